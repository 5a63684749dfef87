"""Names of bodies: their places and the forms they are counted under."""

from __future__ import annotations

import pytest

from newsie.linking.names import Scope, read_name
from newsie.linking.places import leading, named, named_in

SCOPE = Scope("4103", "~paper", "~page", "4103:示范区", "410305008", {"望湖": "410305008"})


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("区党工委", "4103:示范区|党工委"),
        ("示范区党工委", "4103:示范区|党工委"),
        ("市城乡一体化示范区党工委", "4103:示范区|党工委"),
        ("洛阳市城乡一体化示范区管理委员会", "4103:示范区|管委会"),
        ("区管委", "4103:示范区|管委会"),
        ("示范区纪委监察工委", "4103:示范区|纪委监委工委"),
        ("市委", "4103|委"),
        ("中共洛阳市委员会", "4103|委"),
        ("省委", "41|委"),
        ("团市委", "4103|共青团"),
        ("市政府", "4103|政府"),
        ("市政协", "4103|政协"),
        ("市场监管局", "4103|市场监督管理局"),
        ("洛阳市市场监管局", "4103|市场监督管理局"),
        ("发改委", "4103|发展改革委"),
        ("北京市委", "11|委"),
        ("国家发改委", "|国家发展改革委"),
        ("外交部", "|外交部"),
        ("法国外交部", "法国|法国外交部"),
        ("望湖办", "410305008|"),
        ("办事处党委", "410305008|党委"),
        ("荷花社区党支部", "4103:荷花社区|党支部"),
        ("某某集团有限公司", "|某某集团有限公司"),
        ("农业农村局", "4103|农业农村局"),
        ("乡村振兴局", "4103|乡村振兴局"),
        ("市人社局党组", "4103|人力资源和社会保障局党组"),
        ("洛阳市十五届人大常委会", "4103|人大"),
        ("原洛阳市扶贫办", "4103|扶贫开发办公室"),
        ("原阳县政府", "410725|政府"),
        ("武汉路街道", "410305008|"),
        ("武汉市政府", "4201|政府"),
    ],
)
def test_names(name: str, key: str) -> None:
    assert read_name(name, SCOPE).key == key


def test_what_a_page_does_not_say_stays_its_own() -> None:
    scope = Scope("", "~paper", "~page")
    assert read_name("市委", scope).key == "~paper:市|委"
    assert read_name("省委", scope).key == "~paper:省|委"
    assert read_name("区委", scope).key == "~page:区|委"
    assert read_name("社区党支部", scope).key == "~page|社区党支部"


def test_any_text_is_a_name() -> None:
    for name in ("", "市", "区", "（）", "中共", "a", "村", "中共委员会"):
        assert read_name(name, SCOPE).name == name


def test_places() -> None:
    assert [place.code for place in named("朝阳区")] == ["110105", "220104"]
    assert [place.code for place in named_in("河南省洛阳市西工区，朝阳区")] == ["41", "4103", "410303"]


def test_a_road_that_is_named_after_a_city_is_not_there() -> None:
    assert leading("武汉路街道") is None
    assert leading("洛阳路政支队") == named("洛阳市")[0]
