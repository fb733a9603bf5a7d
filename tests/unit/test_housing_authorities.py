"""Whom a notice can be sent to: every housing authority of England, and nobody else."""

from datetime import date

import pytest

from protocol.authority import AUTHORITY
from thresholds.housing_authorities import housing_authorities

ALL = housing_authorities()


def test_there_are_as_many_as_there_are_in_england():
    assert len(ALL.names) == len(set(ALL.names)) == 296
    assert sum(map(len, ALL.districts.values())) == 164
    assert len(ALL.districts) == 21
    assert ALL.as_of == date(2023, 4, 1)


def test_no_two_are_taken_for_each_other():
    assert [ALL.named(name) for name in ALL.names] == list(ALL.names)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("barnet", "Barnet"),
        ("London Borough of Barnet", "Barnet"),
        ("  BARNET  council ", "Barnet"),
        ("Bristol City Council", "Bristol"),
        ("City of York", "York"),
        ("Durham", "County Durham"),
        ("St. Helens", "St Helens"),
        ("Saint Albans", "St Albans"),
        ("Kings Lynn & West Norfolk", "King's Lynn and West Norfolk"),
        ("stoke on trent", "Stoke-on-Trent"),
        ("City of London", "City of London"),
        ("isles of scilly", "Isles of Scilly"),
        ("Westmorland and Furness", "Westmorland and Furness"),
    ],
)
def test_an_authority_is_found_however_its_council_is_written(typed, meant):
    assert ALL.named(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Barnett", "Barnet"),
        ("Newcastle", "Newcastle-under-Lyme"),
        ("Newcastle", "Newcastle upon Tyne"),
        ("Hull", "Kingston upon Hull"),
        ("Kent", "Sevenoaks"),
        ("Surrey County Council", "Woking"),
    ],
)
def test_what_is_not_quite_a_name_is_answered_with_those_that_may_be_meant(typed, meant):
    assert ALL.named(typed) is None
    assert meant in ALL.like(typed)


@pytest.mark.parametrize("nobody", ["Cardiff", "Glasgow", "Cumbria", "Kent", "Middlesex", "", "&"])
def test_no_notice_goes_to_a_council_that_is_no_housing_authority_of_england(nobody):
    assert ALL.named(nobody) is None


def test_every_district_of_a_county_fits_on_the_page():
    assert all(ALL.like(county)[: len(own)] == own for county, own in ALL.districts.items())
    assert ALL.is_county("Kent County Council")
    assert not ALL.is_county("Barnet")


def test_the_authoritys_own_name_is_one_of_them():
    assert AUTHORITY["housing_authority"] in ALL.names
