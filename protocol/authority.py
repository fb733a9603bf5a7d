"""Barnet's names and numbers. Another council changes this page."""

AUTHORITY = {
    "name": "Barnet Council",
    "housing_door": "Barnet House, 9am to 5pm, Monday to Friday",
    "emergency_duty_team_phone": "020 8359 2000",
    "emergency_duty_team_source": "Joint protocol V4 (January 2019), section 2, paragraph 1",
    "housing_authority": "Barnet",
    "duty_to_refer_inbox": "dutytorefer@barnet.gov.uk",
    "duty_to_refer_source": "Joint protocol V4 (January 2019), section 6, paragraph 2",
    "shelter_phone": "0808 800 4444",
    "shelter_source": "Joint protocol V4 (January 2019), section 8, paragraph 2",
}
