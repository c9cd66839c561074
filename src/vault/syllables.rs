//! 256 syllables of Mandarin without tones: what passphrases are generated from. Eight bits each, typed with letters only.

#[rustfmt::skip]
pub const SYLLABLES: [&str; 256] = [
    "ai", "an", "ao", "ba", "bai", "ban", "bang", "bao", "bei", "bi", "bian", "biao", "bin", "bing", "bo",
    "bu", "cai", "can", "cang", "cao", "cha", "chai", "chan", "chang", "chao", "che", "chen", "cheng",
    "chi", "chong", "chou", "chu", "chuan", "chuang", "chui", "chun", "ci", "cong", "cun", "cuo", "da",
    "dai", "dan", "dang", "dao", "deng", "di", "dian", "diao", "die", "ding", "dong", "dou", "du", "duan",
    "dui", "dun", "duo", "fan", "fang", "fei", "fen", "feng", "fu", "gan", "gang", "gao", "ge", "gong",
    "gou", "gu", "guai", "guan", "guang", "gui", "guo", "hai", "han", "hang", "hao", "he", "heng", "hong",
    "hou", "hu", "hua", "huai", "huan", "huang", "hui", "huo", "ji", "jia", "jian", "jiang", "jiao", "jie",
    "jin", "jing", "jiu", "ju", "juan", "jue", "jun", "kai", "kan", "kang", "kao", "ke", "kong", "kou",
    "ku", "kuai", "kuan", "kuang", "kui", "kun", "la", "lai", "lan", "lang", "lao", "lei", "li", "lian",
    "liang", "liao", "lin", "ling", "liu", "long", "lu", "lun", "luo", "mai", "man", "mang", "mao", "mei",
    "men", "meng", "mi", "mian", "miao", "min", "ming", "mu", "nan", "nian", "ning", "niu", "nong", "nuan",
    "pan", "pao", "peng", "pi", "pian", "pin", "ping", "pu", "qi", "qian", "qiang", "qiao", "qin", "qing",
    "qiu", "qu", "quan", "que", "ran", "ren", "rong", "rou", "ru", "ruan", "san", "sha", "shan", "shang",
    "shao", "she", "shen", "sheng", "shi", "shou", "shu", "shuang", "shui", "song", "su", "sun", "tai",
    "tan", "tang", "tao", "teng", "tian", "tiao", "ting", "tong", "tu", "tuan", "wa", "wan", "wang", "wei",
    "wen", "wu", "xi", "xia", "xian", "xiang", "xiao", "xie", "xin", "xing", "xiong", "xiu", "xu", "xuan",
    "xue", "xun", "ya", "yan", "yang", "yao", "ye", "yi", "yin", "ying", "yong", "you", "yu", "yuan", "yue",
    "yun", "zai", "zao", "zhan", "zhang", "zhao", "zhe", "zhen", "zheng", "zhi", "zhong", "zhou", "zhu",
    "zhuan", "zhuang", "zhuo", "zi", "zong", "zuo",
];
