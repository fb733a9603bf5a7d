"""The protocol's time limits, as data. Emergencies run on the wall clock, day and night."""

from rules.as_read import as_read
from rules.calendar import Deadline

AT_ONCE = Deadline("at_once", "at once", "At once")
BEFORE_THEY_LEAVE = Deadline(
    "before_they_leave",
    "same day",
    "Before the young person leaves, the same day. "
    "The protocol gives no deadline; this is our default (A42)",
    short="Before they leave",
)
TONIGHT = Deadline("tonight", "at once", "Now, for tonight: a bed does not wait for the paperwork")
TODAY = Deadline("today", "same day", "Today")
ALLOCATION = Deadline(
    "allocation",
    "same day or hand-over",
    "The same day. Out of hours: by {number}:00 on the next working day (A41)",
    "hand_over_allocation_hour",
)
HAND_OVER = Deadline("hand_over", "next hand-over", "At the start of the next working day")
CLOSING_TIME = Deadline(
    "closing_time", "closing time", "When the office closes, if nobody has accepted"
)
FOLLOW_UP = Deadline(
    "follow_up", "working days", "Within {number} working days (our default, A15)", "follow_up_days"
)
ASSESSMENT = as_read(
    "A39",
    working_days=Deadline(
        "assessment",
        "working days",
        "Within {number} working days of the referral (section 5.1, paragraph 1; A39)",
        "assessment_days",
    ),
    calendar_days=Deadline(
        "assessment",
        "days",
        "Within {number} days of the referral, weekends and holidays among them "
        "(section 5.1, paragraph 1; A39)",
        "assessment_days",
    ),
)
BEFORE_PLACEMENT = Deadline(
    "before_placement",
    "at once",
    "Before a placement is confirmed. The protocol gives no other deadline",
    short="Before the placement",
)
START_OF_SENTENCE = Deadline(
    "start_of_sentence",
    "same day",
    "At the start of the sentence (section 4.2, paragraph 1)",
    starts="sentence_started_on",
)
IN_GOOD_TIME = Deadline(
    "in_good_time",
    "none",
    "In good time before release: the protocol gives no day",
    short="In good time",
)
RELEASE_PLANNING = Deadline(
    "release_planning",
    "days before",
    "No later than {number} days before release (section 4.2, paragraph 2). Where release is "
    "nearer than that, it is late from the start, and that is the reason (A33)",
    "release_planning_days",
    starts="release_date",
)
BEFORE_RELEASE = Deadline(
    "before_release",
    "days before",
    "Before release, by the end of the day before it (our default)",
    "release_address_days",
    starts="release_date",
)
THIRTEEN_WEEKS = Deadline(
    "thirteen_weeks",
    "same day",
    "As soon as they have been looked after for 13 weeks: that same day",
    starts="thirteen_weeks_reached_on",
)
FIRST_NIGHT = Deadline(
    "first_night",
    "same day",
    "From the first night",
    short="From the first night",
    starts="emergency_accommodation_since",
)
DAILY_VISIT = Deadline(
    "daily_visit",
    "days",
    "Every day: no later than the day after they were last seen",
    "support_visit_days",
    starts="last_seen_at",
)
RETURN_INTERVIEW = Deadline(
    "return_interview",
    "hours",
    "Within {number} hours of their return",
    "return_interview_hours",
    starts="returned_at",
)
CARE_PLAN = Deadline(
    "care_plan",
    "working days",
    "Before they move in, or within {number} working days of becoming looked after",
    "care_plan_days",
    starts="looked_after_since",
)
PLACEMENT_PLAN = Deadline(
    "placement_plan",
    "working days",
    "Before they move in, or within {number} working days of it",
    "placement_plan_days",
    starts="placement_started_at",
)
HEALTH_ASSESSMENT = Deadline(
    "health_assessment",
    "working days",
    "In time for the first review: within {number} working days of becoming looked after",
    "health_assessment_days",
    starts="looked_after_since",
)
EDUCATION_PLAN = Deadline(
    "education_plan",
    "working days",
    "Within {number} working days of becoming looked after",
    "education_plan_days",
    starts="looked_after_since",
)
REVIEWING_OFFICER = Deadline(
    "reviewing_officer",
    "working days",
    "Within {number} working days of becoming looked after (not verified)",
    "reviewing_officer_days",
    starts="looked_after_since",
)
FIRST_REVIEW = Deadline(
    "first_review",
    "working days",
    "Within {number} working days of becoming looked after",
    "first_review_days",
    starts="looked_after_since",
)
SECOND_REVIEW = Deadline(
    "second_review",
    "months",
    "Within {number} months of the first review",
    "second_review_months",
    starts="last_review_on",
)
NEXT_REVIEW = Deadline(
    "next_review",
    "months",
    "Within {number} months of the last review",
    "later_review_months",
    starts="last_review_on",
)
FIRST_CARE_VISIT = Deadline(
    "first_care_visit",
    "days",
    "Within {number} days of moving in",
    "first_care_visit_days",
    starts="placement_started_at",
)
CARE_VISIT = Deadline(
    "care_visit",
    "days",
    "Within {number} days of the last visit",
    "care_visit_days",
    starts="last_social_work_visit_on",
)
PATHWAY_ASSESSMENT = Deadline(
    "pathway_assessment",
    "months",
    "Within {number} months of becoming eligible (not verified)",
    "pathway_assessment_months",
    starts="thirteen_weeks_reached_on",
)
ASSESSMENT_FROM_REFERRAL = as_read(
    "A39",
    working_days=Deadline(
        "assessment_from_referral",
        "working days",
        "Within {number} working days of the referral's first receipt "
        "(section 5.1, paragraph 1; A39)",
        "assessment_days",
        starts="referral_received_at",
    ),
    calendar_days=Deadline(
        "assessment_from_referral",
        "days",
        "Within {number} days of the referral's first receipt, weekends and holidays among them "
        "(section 5.1, paragraph 1; A39)",
        "assessment_days",
        starts="referral_received_at",
    ),
)
ASSESSMENT_DAY = Deadline(
    "assessment_day", "same day", "The day that was decided (A20)", starts="assessment_decided_at"
)
WHEN_ANSWERED = Deadline(
    "when_answered", "at once", "At once, when they say it (A24)", starts="s20_answered_at"
)
ANSWER_DAY = Deadline(
    "answer_day", "same day", "The day they say it (A23)", starts="s20_answered_at"
)
S20_REVIEW = Deadline(
    "s20_review",
    "days",
    "Within {number} days of their answer (our default, A26), and at every change",
    "s20_review_days",
    starts="s20_answered_at",
)
HOUSING_DAY = Deadline(
    "housing_day",
    "same day",
    "The day Housing decides. The protocol gives no deadline; this is our default",
    starts="housing_decided_at",
)
S17_DAY = Deadline("s17_day", "same day", "The day that was decided (A25)", starts="s17_decided_at")
BEFORE_18 = Deadline(
    "before_18",
    "before the birthday",
    "Before they turn {number}",
    "adult_age",
    starts="date_of_birth",
)
DISPUTE_POSITION = Deadline(
    "dispute_position",
    "working days",
    "By the end of working day {number} after it was raised. The protocol gives no deadline; "
    "this is our default (A42)",
    "dispute_position_days",
)
DISPUTE_DUTY_MANAGERS = Deadline(
    "dispute_duty_managers",
    "working days",
    "By the end of working day {number} after it was raised. The protocol gives no deadline; "
    "this is our default (A42)",
    "dispute_duty_managers_days",
)
DISPUTE_SECOND_STEP = Deadline(
    "dispute_second_step",
    "working days",
    "By the end of working day {number} after it was taken further. The protocol gives no "
    "deadline; this is our default (A42)",
    "dispute_second_step_days",
)
REPRESENTATIONS = (
    "Children Act 1989 Representations Procedure (England) Regulations 2006, not verified"
)
COMPLAINT_ACKNOWLEDGED = Deadline(
    "complaint_acknowledged",
    "working days",
    "By the end of working day {number} after the complaint (our default)",
    "complaint_acknowledge_days",
)
COMPLAINT_STAGE_1 = Deadline(
    "complaint_stage_1",
    "working days",
    f"By the end of working day {{number}} after the complaint ({REPRESENTATIONS})",
    "complaint_stage_1_days",
)
COMPLAINT_STAGE_1_LONGEST = Deadline(
    "complaint_stage_1_longest",
    "working days",
    "By the end of working day {number} after the complaint, the longest there is "
    f"({REPRESENTATIONS})",
    "complaint_stage_1_longest_days",
)
COMPLAINT_STAGE_2 = Deadline(
    "complaint_stage_2",
    "working days",
    f"By the end of working day {{number}} after it was moved to stage 2 ({REPRESENTATIONS})",
    "complaint_stage_2_days",
)
COMPLAINT_STAGE_2_LONGEST = Deadline(
    "complaint_stage_2_longest",
    "working days",
    "By the end of working day {number} after it was moved to stage 2, the longest there is "
    f"({REPRESENTATIONS})",
    "complaint_stage_2_longest_days",
)
COMPLAINT_PANEL = Deadline(
    "complaint_panel",
    "working days",
    f"By the end of working day {{number}} after a panel was asked for ({REPRESENTATIONS})",
    "complaint_panel_days",
)
HOUSING_COMPLAINT_STAGE_1 = Deadline(
    "housing_complaint_stage_1",
    "working days",
    "By the end of working day {number} after the complaint (our default for the "
    "council's own procedure, not verified)",
    "housing_complaint_stage_1_days",
)
HOUSING_COMPLAINT_STAGE_2 = Deadline(
    "housing_complaint_stage_2",
    "working days",
    "By the end of working day {number} after it was moved to stage 2 (our default for the "
    "council's own procedure, not verified)",
    "housing_complaint_stage_2_days",
)
FEWER_VISITS_REVIEW = Deadline(
    "fewer_visits_review",
    "days",
    "By the end of day {number} after the decision (our default). Then visits are daily again",
    "fewer_visits_review_days",
)
NO_LIMIT = Deadline("no_limit", "none", "No deadline in the protocol")

DEADLINES = (
    AT_ONCE,
    BEFORE_THEY_LEAVE,
    TONIGHT,
    TODAY,
    ALLOCATION,
    HAND_OVER,
    CLOSING_TIME,
    FOLLOW_UP,
    ASSESSMENT,
    BEFORE_PLACEMENT,
    START_OF_SENTENCE,
    IN_GOOD_TIME,
    RELEASE_PLANNING,
    BEFORE_RELEASE,
    THIRTEEN_WEEKS,
    FIRST_NIGHT,
    DAILY_VISIT,
    RETURN_INTERVIEW,
    CARE_PLAN,
    PLACEMENT_PLAN,
    HEALTH_ASSESSMENT,
    EDUCATION_PLAN,
    REVIEWING_OFFICER,
    FIRST_REVIEW,
    SECOND_REVIEW,
    NEXT_REVIEW,
    FIRST_CARE_VISIT,
    CARE_VISIT,
    PATHWAY_ASSESSMENT,
    ASSESSMENT_FROM_REFERRAL,
    ASSESSMENT_DAY,
    WHEN_ANSWERED,
    ANSWER_DAY,
    S20_REVIEW,
    HOUSING_DAY,
    S17_DAY,
    BEFORE_18,
    DISPUTE_POSITION,
    DISPUTE_DUTY_MANAGERS,
    DISPUTE_SECOND_STEP,
    COMPLAINT_ACKNOWLEDGED,
    COMPLAINT_STAGE_1,
    COMPLAINT_STAGE_1_LONGEST,
    COMPLAINT_STAGE_2,
    COMPLAINT_STAGE_2_LONGEST,
    COMPLAINT_PANEL,
    HOUSING_COMPLAINT_STAGE_1,
    HOUSING_COMPLAINT_STAGE_2,
    FEWER_VISITS_REVIEW,
    NO_LIMIT,
)
