"""Everything a rule can ask for or hold back, named once.

Contradictions and departures are worked out from these: doing an act does what it includes.
"""

from rules.pack import Act

ACTS = (
    Act("keep_safe", "make sure they are safe"),
    Act("secure_bed_tonight", "secure a bed for tonight, with support"),
    Act("assess_needs_thoroughly", "assess their needs thoroughly"),
    Act("provide_good_quality", "provide accommodation of good quality"),
    Act("escort_and_settle", "go with them and help them settle in"),
    Act("return_home", "have them go home"),
    Act("help_stay_at_home", "help them stay at home", includes=("return_home",)),
    Act("place_out_of_hours", "place them tonight in foster care or with high-level support"),
    Act("hand_over_to_day_team", "hand the record over to the day team"),
    Act("see_mediation_trained_officer", "have them seen by an officer trained in mediation"),
    Act("ask_what_happened", "ask what has happened"),
    Act("ask_for_family_details", "ask how family who might help can be reached"),
    Act("record_why_no_family_contact", "record why family is not contacted"),
    Act("establish_homelessness", "establish whether they are homeless or soon will be"),
    Act("contact_family", "contact their family"),
    Act("explore_with_family", "explore with the family", includes=("contact_family",)),
    Act("consider_seven_factors", "consider the seven factors"),
    Act("ask_consent_to_early_help", "ask for consent to a referral for early help"),
    Act("refer_for_early_help", "refer to MASH for early help"),
    Act("offer_a_way_back", "give written advice, a way back and a follow-up"),
    Act("refer_to_mash", "refer to MASH as homeless or about to be"),
    Act("refer_to_mash_as_contact", "refer to MASH as a contact and tell the manager"),
    Act("tell_what_is_shared", "tell them what is shared, with whom and why"),
    Act("ring_mash_now", "ring MASH now about serious harm"),
    Act("ring_emergency_duty_team", "ring the Emergency Duty Team and stay"),
    Act("keep_looking_and_hold_bed", "keep looking for them and hold the bed"),
    Act("allocate_to_duty_team", "allocate to the Duty and Assessment Team"),
    Act("refer_to_placements", "refer to the Placements Service"),
    Act("carry_out_single_assessment", "carry out the single assessment"),
    Act("place_in_temporary_accommodation", "place them in temporary accommodation"),
    Act("place_in_bed_and_breakfast", "place them in bed and breakfast"),
    Act("consider_foster_or_residential", "consider foster care or a residential placement"),
    Act("record_why_not_foster_or_residential", "record why not foster care or residential"),
    Act("start_looked_after_processes", "start the looked-after processes"),
    Act("refer_to_permanency_panel", "refer to the Permanency Planning Panel"),
    Act("offer_s188_stopgap", "provide a stopgap under section 188"),
    Act("weigh_harm_and_risk", "weigh harm to them and risk to others"),
    Act("refer_under_16", "refer to MASH as a child under 16 who needs somewhere to live"),
    Act("take_part_vii_application", "take a homelessness application today"),
    Act("ask_about_leaving_care", "ask whether they have been in care"),
)
