//! Administrative divisions that the county's numbers are read against. A number shows where it was first issued, not
//! where the child lives; codes dropped since stay valid in numbers, so they stand here too.
use super::code_list;

code_list! {
    /// Prefectures of Shandong, four digits; districts of Qingdao, six.
    REGION = "region", "GB/T 2260 及历年变更", "2019";
    "3701" "济南市" "Jinan"
    "3702" "青岛市" "Qingdao"
    "3703" "淄博市" "Zibo"
    "3704" "枣庄市" "Zaozhuang"
    "3705" "东营市" "Dongying"
    "3706" "烟台市" "Yantai"
    "3707" "潍坊市" "Weifang"
    "3708" "济宁市" "Jining"
    "3709" "泰安市" "Tai'an"
    "3710" "威海市" "Weihai"
    "3711" "日照市" "Rizhao"
    "3712" "莱芜市(2019年并入济南)" "Laiwu (part of Jinan since 2019)"
    "3713" "临沂市" "Linyi"
    "3714" "德州市" "Dezhou"
    "3715" "聊城市" "Liaocheng"
    "3716" "滨州市" "Binzhou"
    "3717" "菏泽市" "Heze"
    "370202" "市南区" "Shinan"
    "370203" "市北区" "Shibei"
    "370205" "四方区(2012年撤销)" "Sifang (dropped 2012)"
    "370211" "黄岛区" "Huangdao"
    "370212" "崂山区" "Laoshan"
    "370213" "李沧区" "Licang"
    "370214" "城阳区" "Chengyang"
    "370215" "即墨区" "Jimo"
    "370281" "胶州市" "Jiaozhou"
    "370282" "即墨市(2017年改区)" "Jimo City (a district since 2017)"
    "370283" "平度市" "Pingdu"
    "370284" "胶南市(2012年撤销)" "Jiaonan (dropped 2012)"
    "370285" "莱西市" "Laixi"
}
