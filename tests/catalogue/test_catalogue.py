"""The data that comes with the package, and looking names up in it."""

import pytest

from comity.catalogue import Catalogue, load

from .conftest import Written


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load()


_CODES = """
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM
CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI
FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR
KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MCO MNG MNE MAR MOZ MMR NAM NRU
NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR MDA ROU RUS RWA KNA LCA VCT WSM SMR STP
SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA
UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE
"""
UN_MEMBERS = _CODES.split()


def test_every_member_of_the_united_nations_is_a_living_state(shipped: Catalogue) -> None:
    assert len(UN_MEMBERS) == 193
    missing = [code for code in UN_MEMBERS if code not in shipped or shipped[code].kind != "state"]
    assert missing == []
    assert [code for code in UN_MEMBERS if shipped[code].until] == []


def test_the_other_polities_of_the_region_are_there(shipped: Catalogue) -> None:
    for code in ("TWN", "HKG", "MAC", "PSE", "XKX", "COK", "NIU", "VAT"):
        assert code in shipped, code


def test_every_member_has_an_adjective(shipped: Catalogue) -> None:
    """Congolese and Dominican belong to two states each, so they are ambiguous."""
    assert [code for code in UN_MEMBERS if not shipped[code].adjectives + shipped[code].ambiguous] == []


def test_every_source_that_is_cited_is_described(shipped: Catalogue) -> None:
    cited = {(source, entry.id) for entry in shipped.entries.values() for source in entry.sources}
    missing = sorted((source, entry) for source, entry in cited if source not in shipped.sources)
    assert missing == []


def test_parties_are_entries(shipped: Catalogue) -> None:
    missing = sorted((e.id, party) for e in shipped.entries.values() for party in e.parties if party not in shipped)
    assert missing == []


def test_names_are_words_without_space_around_them(shipped: Catalogue) -> None:
    odd = [
        (entry.id, name)
        for entry in shipped.entries.values()
        for name in (*entry.all_names, *entry.adjectives, *entry.metonyms, *entry.contextual, *entry.ambiguous)
        if name != " ".join(name.split())
    ]
    assert odd == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("China", "CHN"),
        ("PRC", "CHN"),
        ("CHN", "CHN"),
        ("chn", "CHN"),
        ("Viet Nam", "VNM"),
        ("Vietnam", "VNM"),
        ("the Republic of Korea", "KOR"),
        ("DPRK", "PRK"),
        ("beijing", "CHN"),
        ("ASEAN", "asean"),
        ("shanghai co-operation organization", "sco"),
    ],
)
def test_a_name_is_found(shipped: Catalogue, name: str, code: str) -> None:
    assert shipped.find(name)[0].id == code


def test_a_name_that_is_not_there_has_neighbours(shipped: Catalogue) -> None:
    assert shipped.find("Chna") == []
    assert shipped.near("Chna")[0] == "China"
    assert len(shipped.near("Chna", most=2)) <= 2
    assert shipped.near("qqqqqqqqqqqq") == []


def test_full_names_come_before_adjectives_and_cities(write: Written) -> None:
    catalogue = write(
        states="""
        - {id: VER, kind: state, name: Veridia, metonyms: [Marrow]}
        - {id: MAR, kind: state, name: Marrow}
        """
    )
    assert [entry.id for entry in catalogue.find("Marrow")] == ["MAR", "VER"]
