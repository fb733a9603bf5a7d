"""The bands of a rating, whose they are, and by when a contact is decided."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

import thresholds
from rules.calendar import LONDON, BeyondHorizon
from rules.numbers import NothingInForce
from thresholds.bands import BAND_IDS, LIMITS, authority, bands, level_of, severity, worse
from thresholds.clocks import due, measure_24h
from thresholds.folders import VARIABLE, UnknownThresholds
from thresholds.rating.pack import rating_pack
from thresholds.values import values


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def said(moment: datetime) -> str:
    return f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}"


class TestTheBands:
    def test_from_mildest_to_most_serious_each_with_a_level_and_a_shape_of_its_own(self):
        assert [(band.id, band.level) for band in bands()] == [
            ("blue", 1),
            ("green", 2),
            ("amber", 3),
            ("red", 4),
        ]
        assert len({band.shape for band in bands()}) == 4
        assert [band.level_name for band in bands()] == [
            "universal",
            "universal plus",
            "targeted",
            "statutory",
        ]

    def test_until_the_council_confirms_them_they_say_so_with_their_source(self):
        for band in bands("barnet"):
            assert not band.confirmed
            assert band.source.startswith("Default, not yet confirmed by Barnet")

    def test_red_is_worse_than_amber_and_nothing_is_milder_than_blue(self):
        assert worse("red", "amber") == worse("amber", "red") == "red"
        assert [severity(band) for band in BAND_IDS] == [0, 1, 2, 3]
        assert [level_of(band) for band in BAND_IDS] == [1, 2, 3, 4]
        with pytest.raises(ValueError, match="purple"):
            severity("purple")


class TestWhoseTheyAre:
    def test_without_a_word_they_are_barnets(self, monkeypatch):
        monkeypatch.delenv(VARIABLE, raising=False)
        assert thresholds.chosen() == "barnet"
        assert authority().name == "Barnet"

    def test_another_councils_folder_can_be_chosen_and_only_the_bands_change(self, monkeypatch):
        before = thresholds.numbers()
        barnets = rating_pack().hash
        monkeypatch.setenv(VARIABLE, "merton")
        assert {band.id: band.limit_words for band in bands()} == {
            "blue": "24 hours, day and night",
            "green": "24 hours, day and night",
            "amber": "6 hours, day and night",
            "red": "2 hours, day and night",
        }
        assert said(due("amber", at("2026-05-23 20:00")).at) == "2026-05-24 02:00"
        assert thresholds.numbers() == before
        assert rating_pack().hash != barnets

    def test_a_path_to_a_folder_does_as_well(self, monkeypatch, tmp_path):
        text = (thresholds.HERE / "barnet" / "bands.toml").read_text()
        text = text.replace('name = "Barnet"', 'name = "Anywhere"').replace(
            "value = 4", "value = 1"
        )
        (tmp_path / "bands.toml").write_text(text)
        monkeypatch.setenv(VARIABLE, str(tmp_path))
        assert authority().name == "Anywhere"
        assert said(due("red", at("2026-05-23 20:00")).at) == "2026-05-23 21:00"

    @pytest.mark.parametrize("name", ["camden", "england", "continuum", "/no/such/folder", ".."])
    def test_what_is_no_folder_of_thresholds_is_refused_and_what_there_is_is_named(
        self, monkeypatch, name
    ):
        monkeypatch.setenv(VARIABLE, name)
        for asked in (thresholds.chosen, bands, rating_pack):
            with pytest.raises(UnknownThresholds, match="barnet, merton"):
                asked()

    @pytest.mark.parametrize(
        ("old", "new", "problem"),
        [
            ("[[red]]", "[[crimson]]", "gives no red"),
            ('name = "Barnet"', "", "gives no name"),
            ("value = 4", 'value = "four"', "cannot be read"),
            ("value = 4", "value = 0", "cannot be read"),
            ('unit = "hours"', 'unit = "days"', "cannot be read"),
            ("[[red]]", "[[red", "cannot be read"),
        ],
    )
    def test_a_folder_that_lacks_something_says_what(self, tmp_path, old, new, problem):
        text = (thresholds.HERE / "barnet" / "bands.toml").read_text()
        (tmp_path / "bands.toml").write_text(text.replace(old, new))
        with pytest.raises(UnknownThresholds, match=problem):
            bands(str(tmp_path))

    def test_a_value_that_changed_leaves_old_contacts_as_they_were(self, tmp_path):
        text = (thresholds.HERE / "barnet" / "bands.toml").read_text()
        later = (
            '[[red]]\nin_force_from = 2027-01-01\nvalue = 2\nunit = "hours"\n'
            'source = "Minutes of a meeting"\nconfirmed = true\n'
        )
        (tmp_path / "bands.toml").write_text(text + later)
        council = str(tmp_path)

        def red(received: str) -> tuple[str, bool]:
            ends = due("red", at(received), authority=council)
            return said(ends.at), ends.confirmed

        assert red("2026-12-31 23:59") == ("2027-01-01 03:59", False)
        assert red("2027-01-01 00:00") == ("2027-01-01 02:00", True)
        assert bands(council, date(2026, 12, 31))[-1].limit_words == "4 hours, day and night"
        assert bands(council)[-1].confirmed
        with pytest.raises(NothingInForce):
            bands(council, date(2017, 12, 31))

    def test_a_value_that_people_confirmed_says_so_wherever_it_is_shown(self):
        value = next(value for value in values("barnet") if value.id == "limit-red")
        *milder, red = bands("barnet", confirmed={value.hash})
        assert red.confirmed
        assert red.source == "Confirmed by Barnet. As in Havering (2014); Merton has 2 hours"
        assert not any(band.confirmed for band in milder)
        ends = due("red", at("2026-05-20 09:00"), authority="barnet", confirmed={value.hash})
        assert (ends.confirmed, ends.source) == (True, red.source)

    def test_confirmed_in_one_council_is_not_confirmed_in_another(self):
        barnets = {value.hash for value in values("barnet")}
        assert all(band.confirmed for band in bands("barnet", confirmed=barnets))
        assert not any(band.confirmed for band in bands("merton", confirmed=barnets))

    def test_every_value_is_named_by_what_it_says(self):
        barnet = {value.id: value for value in values("barnet")}
        merton = {value.id: value for value in values("merton")}
        assert len(barnet) == len(values("barnet"))
        assert {f"limit-{name}" for name in LIMITS} < set(barnet)
        assert {"band-red", "number-repeat_contacts", "indicator-EDU-2a"} < set(barnet)
        assert not any(value.confirmed for value in barnet.values())
        assert not {value.hash for value in barnet.values()} & {v.hash for v in merton.values()}
        other = replace(barnet["limit-red"], says="2 hours, day and night")
        assert other.hash != barnet["limit-red"].hash


class TestRed:
    @pytest.mark.parametrize(
        ("received", "ends"),
        [
            ("2026-05-20 09:00", "2026-05-20 13:00"),  # a Wednesday
            ("2026-05-20 15:30", "2026-05-20 19:30"),  # past closing time
            ("2026-05-23 18:30", "2026-05-23 22:30"),  # Saturday of a bank holiday weekend
            ("2026-05-23 22:30", "2026-05-24 02:30"),  # through the night
            ("2026-12-24 23:59", "2026-12-25 03:59"),
        ],
    )
    def test_four_hours_day_and_night(self, received, ends):
        assert said(due("red", at(received)).at) == ends

    def test_the_minute_before_at_and_after(self):
        ends = due("red", at("2026-05-23 18:30")).at
        late = [moment > ends for moment in map(at, MINUTES)]
        assert late == [False, False, True]

    def test_in_the_night_the_clocks_go_back_nobody_waits_five_hours(self):
        received = at("2026-10-25 00:30")
        ends = due("red", received).at
        assert said(ends) == "2026-10-25 03:30"
        assert ends.astimezone(UTC) - received.astimezone(UTC) == timedelta(hours=4)

    def test_in_the_night_they_go_forward_four_hours_are_four_hours_too(self):
        received = at("2027-03-28 00:30")
        ends = due("red", received).at
        assert said(ends) == "2027-03-28 05:30"
        assert ends.astimezone(UTC) - received.astimezone(UTC) == timedelta(hours=4)

    def test_the_hour_that_comes_twice_is_told_apart(self):
        first = datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)
        second = first.replace(fold=1)
        assert said(due("red", first).at) == "2026-10-25 04:30"
        assert said(due("red", second).at) == "2026-10-25 05:30"


MINUTES = ("2026-05-23 22:29", "2026-05-23 22:30", "2026-05-23 22:31")


class TestWorkingDays:
    @pytest.mark.parametrize(
        ("received", "ends"),
        [
            ("2026-05-20 00:01", "2026-05-21 23:59"),  # a Wednesday
            ("2026-05-20 23:59", "2026-05-21 23:59"),
            ("2026-05-21 09:00", "2026-05-22 23:59"),  # Thursday: Friday
            ("2026-05-22 09:00", "2026-05-26 23:59"),  # Friday: Monday is a bank holiday
            ("2026-05-23 18:30", "2026-05-26 23:59"),
            ("2026-05-25 12:00", "2026-05-26 23:59"),  # the bank holiday itself
            ("2026-05-26 12:00", "2026-05-27 23:59"),
            ("2026-12-24 12:00", "2026-12-29 23:59"),  # Boxing Day is kept on Monday
        ],
    )
    @pytest.mark.parametrize("band", ["amber", "blue"])
    def test_amber_and_blue_have_one(self, band, received, ends):
        assert said(due(band, at(received)).at) == ends

    @pytest.mark.parametrize(
        ("received", "ends"),
        [
            ("2026-05-18 09:00", "2026-05-21 23:59"),
            ("2026-05-20 09:00", "2026-05-26 23:59"),  # over the bank holiday weekend
            ("2026-05-22 17:30", "2026-05-28 23:59"),
            ("2026-05-23 18:30", "2026-05-28 23:59"),
        ],
    )
    def test_green_has_three(self, received, ends):
        assert said(due("green", at(received)).at) == ends

    def test_the_day_before_the_day_and_the_day_after(self):
        ends = due("amber", at("2026-05-22 09:00")).at
        moments = ("2026-05-25 23:59", "2026-05-26 23:59", "2026-05-27 00:00")
        assert [at(moment) > ends for moment in moments] == [False, False, True]

    def test_beyond_the_known_bank_holidays_there_is_an_error_and_no_guess(self):
        with pytest.raises(BeyondHorizon):
            due("amber", at("2028-12-29 12:00") + timedelta(days=30))


class TestTheShortestGoverns:
    def test_what_nobody_has_rated_runs_as_red_from_when_it_came(self):
        unrated = due(None, at("2026-05-23 18:30"))
        assert (said(unrated.at), unrated.governs) == ("2026-05-23 22:30", "unrated")
        assert "Not rated yet" in unrated.words

    def test_a_referral_has_one_working_day_over_green(self):
        green = due("green", at("2026-05-20 09:00"), treated_as_referral=True)
        assert (said(green.at), green.governs) == ("2026-05-21 23:59", "referral")
        assert "Working Together" in green.source

    def test_it_never_makes_red_longer(self):
        red = due("red", at("2026-05-20 09:00"), treated_as_referral=True)
        assert (said(red.at), red.governs) == ("2026-05-20 13:00", "red")

    def test_the_same_day_holds_over_any_band_and_never_makes_red_longer(self):
        received, noon = at("2026-05-23 18:30"), at("2026-05-26 12:00")
        blue = due("blue", received, same_day=noon)
        assert (blue.at, blue.governs) == (noon, "same_day")
        assert "section 4" in blue.source
        assert due("red", received, same_day=noon).governs == "red"
        assert due(None, received, same_day=noon).governs == "unrated"

    def test_a_band_there_is_none_of_is_an_error(self):
        with pytest.raises(ValueError, match="purple"):
            due("purple", at("2026-05-20 09:00"))

    def test_before_the_first_limit_there_is_an_error(self):
        with pytest.raises(NothingInForce):
            due("red", at("2017-12-31 23:59"))

    def test_it_says_what_governs_in_words_with_its_source(self):
        amber = due("amber", at("2026-05-20 09:00"))
        assert amber.words == "1 working day, as for Amber"
        assert not amber.confirmed
        assert "not yet confirmed by Barnet" in amber.source

    @pytest.mark.parametrize("band", [None, *BAND_IDS])
    def test_what_more_there_is_to_keep_to_never_gives_longer(self, band):
        for hour in range(0, 24 * 8, 5):
            received = at("2026-05-20 00:30") + timedelta(hours=hour)
            alone = due(band, received).at
            noon = received + timedelta(hours=9)
            assert due(band, received, treated_as_referral=True).at <= alone
            assert due(band, received, same_day=noon).at <= min(alone, noon)


class TestTheMeasure:
    def test_twenty_four_hours_really_pass(self):
        assert said(measure_24h(at("2026-05-22 17:30"))) == "2026-05-23 17:30"
        assert said(measure_24h(at("2026-10-24 12:00"))) == "2026-10-25 11:00"

    def test_the_minute_before_at_and_after(self):
        until = measure_24h(at("2026-05-23 18:30"))
        minutes = ("2026-05-24 18:29", "2026-05-24 18:30", "2026-05-24 18:31")
        assert [at(minute) <= until for minute in minutes] == [True, True, False]
