import pytest

from tests.spec.rating.tables import check


@pytest.fixture
def spec():
    return check
