"""A complaint of a young person: recording it, and each step until it is closed."""

from forms.fields import DateParts, OneOf, Option, QuestionForm, ShortText, Words

ABOUT = (
    Option("family_services", "Family Services: social workers, or where they are placed"),
    Option("housing_options", "Housing alone"),
    Option("both", "Both"),
    Option("not_known", "Not known yet"),
)
ADVOCATE = (
    Option("wanted", "Yes"),
    Option("not_wanted", "No, not now"),
    Option("not_asked", "Not asked yet"),
)
FREE = "Somebody independent who helps them to say it. It costs them nothing."


class MakeForm(QuestionForm):
    words = Words(
        "What do they say?",
        hint="Their own words, as they say or write them",
        noun="What they say",
        error="Enter what they say",
    )
    wishes = Words(
        "What do they want to happen?",
        hint="In their words. If they do not know yet, say so.",
        noun="What they want to happen",
        error="Enter what they want to happen",
        rows=3,
    )
    by = OneOf(
        "Who is complaining?",
        (
            Option("young_person", "The young person"),
            Option("somebody_for_them", "Somebody for them", reveals="by_whom"),
        ),
        error="Select who is complaining",
    )
    by_whom = ShortText(
        "Who?",
        hint="Name, and who they are to the young person",
        noun="Who it is",
        error="Enter who is complaining for them",
        width=30,
    )
    helped_by = ShortText(
        "Who helped them? (optional)",
        hint="Name, and who they are to the young person",
        noun="Who helped them",
        width=30,
    )
    made_on = DateParts(
        "When did they complain?",
        hint="For example, 27 3 2026. The time limits are counted from this day.",
        noun="The day they complained",
        error="Enter the day they complained",
        must_be="today or in the past",
    )
    about = OneOf(
        "Whom is it about?",
        ABOUT,
        hint="It goes to the children's complaints procedure, unless it is about Housing alone",
        error="Select whom it is about",
    )
    advocate = OneOf(
        "Do they want an independent advocate to help them?",
        ADVOCATE,
        hint=FREE,
        error="Select whether they want an advocate",
    )


class AcknowledgeForm(QuestionForm):
    acknowledgement = Words("What did you write to them? (optional)", noun="What you wrote", rows=3)


class AdvocateForm(QuestionForm):
    advocate = OneOf(
        "Do they want an independent advocate to help them?",
        ADVOCATE[:2],
        hint=FREE,
        error="Select whether they want an advocate",
    )
    who = ShortText("Who is the advocate? (optional)", noun="Who the advocate is", width=30)


class ExtendForm(QuestionForm):
    why = Words(
        "Why does it take longer?",
        hint="The young person is told this.",
        noun="Why it takes longer",
        error="Enter why it takes longer",
        rows=3,
    )


class AnswerForm(QuestionForm):
    answer = Words(
        "What do you answer?",
        hint="Say what you found, what is put right and by when, and how to take it further. "
        "The young person reads this.",
        noun="Your answer",
        error="Enter your answer",
    )


class MoveOnForm(QuestionForm):
    not_settled = Words(
        "What do they say is not put right?",
        hint="Their own words",
        noun="What is not put right",
        error="Enter what they say is not put right",
        rows=3,
    )


class CloseForm(QuestionForm):
    how = OneOf(
        "How did it end?",
        (
            Option("satisfied", "The young person says that it is put right"),
            Option("withdrawn", "The young person takes it back"),
            Option("not_satisfied", "It is not put right, and they do not want to go on"),
            Option("ombudsman", "They have gone to the Ombudsman"),
        ),
        error="Select how it ended",
    )
    closing = Words(
        "What do they say about it?",
        hint="Their own words",
        noun="What they say",
        error="Enter what they say about it",
        rows=3,
    )
