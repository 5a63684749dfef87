"""The characters that names of other languages are written with (译音用字): 阿, 尔, 莫, 呷."""

from __future__ import annotations

SOUNDS = "".join(
    sorted(
        frozenset(
            "阿艾爱安奥巴白拜班邦包保贝本比彼毕边别宾波伯博布卜才策查察昌朝赤次达代丹当道得德登迪地狄丁东都杜敦多额"
            "尔恩凡菲费芬丰夫弗福甫嘎干冈高戈哥格根贡古瓜果哈海汗杭浩合赫呼胡霍基吉济加佳嘉贾建江杰金津久卡凯坎康柯"
            "科可克肯库坤拉腊来兰朗劳勒雷里丽利力莲连林隆龙卢鲁路伦罗洛玛马麦满曼芒毛茂梅门蒙孟米密明莫姆木穆那纳娜"
            "乃南尼年涅宁牛诺帕派潘彭皮平普其奇齐乾强乔切青清却仁日荣茹若撒萨赛三桑色沙山尚绍申沈胜史什石舍斯丝苏"
            "素索塔太泰唐特提铁廷图吐托瓦万旺王威维文翁沃乌吾伍西希席喜夏香祥小谢辛欣雄雅亚央扬耶叶伊依亦因英永尤尕"
            "于玉约云泽扎则增翟张哲珍郑芝志治中珠朱卓孜子宗祖作措姑呷曲娃牧伙且各嫫惹火妞热曼苗鲜努尼依古再排祖力亚买"
            "仓琴坦其布日买提江依木库尔班热合坎吐迪沙塔肉孜柔古丽仙汗别克巴依达吾列提叶尔肯努哈力别提恰木汗朝鲁其木格高娃图雅苏日道让"
        )
    )
)
"""They write the sounds of Mongolian, Tibetan, Uyghur, Kazakh, Yi and foreign names."""

SOUND = frozenset(SOUNDS)
"""`SOUNDS`, to ask for one character."""
