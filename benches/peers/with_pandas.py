"""pandas over the same files:  python with_pandas.py ROUNDS ENGINE HOUSEHOLD ROLL ROLL-CALL"""

import json
import sys
import time

import numpy
import pandas

WEIGHTS = numpy.array([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
CHECKS = numpy.array(list("10X98765432"))


def read(path, engine):
    rows = pandas.read_excel(path, engine=engine, header=2, dtype=str, keep_default_na=False)
    first = rows.columns[0]
    totals = rows.index[rows[first] == "合计"]
    return rows.loc[: totals[0] - 1] if len(totals) else rows


def numbers(column):
    text = column.str.normalize("NFKC").str.replace(r"[\s\u200b-\u200f\u2060\ufeff'’]", "", regex=True).str.upper()
    text = text[text.str.fullmatch(r"\d{17}[\dX]")]
    digits = numpy.array([list(number[:17]) for number in text], dtype="U1").astype(int)
    return text[CHECKS[digits @ WEIGHTS % 11] == text.str[17].to_numpy()]


def compare(household, roll, calls):
    household = household.assign(id=numbers(household["公民身份号码"])).dropna(subset="id")
    roll = roll.assign(id=numbers(roll["身份证件号"])).dropna(subset="id").drop_duplicates("id")
    calls = calls.assign(id=numbers(calls["身份证件号"])).dropna(subset="id").drop_duplicates("id")
    born = household["id"].str[6:14]
    here = ~household["人户状态"].isin(["迁出", "死亡注销"]) & born.between("20100901", "20190831")
    base = household.loc[here, "id"].drop_duplicates()
    a = base[~base.isin(roll["id"])]
    in_school = roll[(roll["学生状态"] == "在读") & (roll["就读方式"] != "送教上门")]
    both = in_school[["id"]].merge(calls, on="id", how="left")
    away = both["到校情况"].eq("未到") & both["未到原因"].eq("无故")
    days = (pandas.to_datetime(both["点名日期"]) - pandas.to_datetime(both["未到起始日期"])).dt.days
    b = both[both["到校情况"].isna() | (away & (days >= 8))]
    return {"base": len(base), "a": len(a), "b": len(b)}


def main():
    rounds, engine, *paths = sys.argv[1:]
    reading, comparing = [], []
    for _ in range(int(rounds)):
        start = time.perf_counter()
        lists = [read(path, engine) for path in paths]
        reading.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        answer = compare(*lists)
        comparing.append((time.perf_counter() - start) * 1000)
    told = {"who": f"pandas with {engine}", "version": pandas.__version__, "read": reading, "compare": comparing, "answer": answer}
    print(json.dumps(told))


main()
