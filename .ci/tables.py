"""Writes plans whose tables are of every shape that moves from page to page, the same ones for the same seed.

Rows, groups, merged labels, captions, units, notes, headers in several rows, long and short cells, both sizes of type, upright
and turned pages. Built, they are looked at by outputs.py.

Usage: tables.py FOLDER SEED [SEED …]
"""

import json
import pathlib
import random
import sys

WORDS = (
    "rà soát hộ nghèo hộ cận nghèo trên địa bàn xã xây dựng sửa chữa đường giao thông nông thôn đào tạo nghề cho lao động "
    "hỗ trợ giống cây trồng vật nuôi kiểm tra giám sát việc thực hiện tổng hợp báo cáo kết quả tuyên truyền phổ biến"
).split()
BODIES = ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trạm Y tế", "Các thôn", "Văn phòng HĐND và UBND", "Công an xã"]
TERMS = ["Quý I/2026", "30/6/2026", "Hằng tháng", "Năm 2026", "Trước ngày 15/9/2026"]


def sentence(dice, most):
    words = dice.choices(WORDS, k=dice.randint(2, most))
    return " ".join(words).capitalize()


def number(dice):
    return f"{dice.randint(1, 10 ** dice.randint(1, 11)):,}".replace(",", ".")


def column(dice, index):
    kind = dice.choice(["chu", "chu", "so", "so", "dai"])
    title = sentence(dice, 6)
    if kind == "so":
        return {"ten": title, "ma": f"c{index}", "loai": "so"}, kind
    merges = {"gop": "co"} if dice.random() < 0.4 else {}
    return {"ten": title, "ma": f"c{index}", **merges}, "gop" if merges else kind


def cell(dice, kind, before):
    if kind == "so":
        return number(dice)
    if kind == "gop":
        return before if before and dice.random() < 0.85 else f"{dice.choice(BODIES)}, {dice.choice(TERMS)}"
    if kind == "dai":
        return sentence(dice, 40)
    return dice.choice([sentence(dice, 8), dice.choice(BODIES), dice.choice(TERMS)])


def table(dice, wide):
    leaves = [column(dice, index) for index in range(dice.randint(1, 7 if wide else 4))]
    columns = [{"ten": "TT", "loai": "stt"}, {"ten": "Nội dung", "ma": "noi_dung"}]
    rest = [leaf for leaf, _ in leaves]
    if len(rest) > 2 and dice.random() < 0.5:
        rest = [rest[0], {"ten": sentence(dice, 5), "cot": rest[1:]}]
    columns += rest
    rows = []
    before = [None] * len(leaves)
    has_groups = dice.random() < 0.5
    for index in range(dice.choice([1, 2, 5, 20, 60, 120, 300])):
        if has_groups and dice.random() < 0.15:
            rows.append({"nhom": sentence(dice, 6)})
        before = [cell(dice, kind, last) for (_, kind), last in zip(leaves, before)]
        long = 60 if dice.random() < 0.1 else 10
        rows.append([sentence(dice, long), *before])
    if any(kind == "so" for _, kind in leaves) and dice.random() < 0.5:
        rows.append({"tong": "Tổng cộng"})
    made = {"cot": columns, "dong": rows}
    if dice.random() < 0.5:
        made["ten"] = sentence(dice, 12)
    if dice.random() < 0.5:
        made["don_vi"] = "triệu đồng"
    if dice.random() < 0.5:
        made["chu_thich"] = [sentence(dice, 30) + "."] * dice.randint(1, 2)
    if dice.random() < 0.3:
        made["chi_so"] = "co"
    return {"bang": made}


def plan(seed):
    dice = random.Random(seed)
    paragraphs = [sentence(dice, 60) + "." for _ in range(dice.randint(0, 12))]
    appendices = {}
    for name in ["mot", "hai"]:
        turned = dice.random() < 0.5
        one = {"ten": sentence(dice, 10), "huong": "ngang" if turned else "doc"}
        if dice.random() < 0.5:
            one["co_chu"] = dice.choice(["13", "14"])
        if dice.random() < 0.5:
            one["co_chu_bang"] = dice.choice(["11 pt", "12 pt", "13 pt"])
        if dice.random() < 0.5:
            one["le"] = {"phai": "20 mm", "tren": "25 mm"}
        one["noi_dung"] = [table(dice, turned) for _ in range(dice.randint(1, 2))]
        appendices[name] = one
    return {
        "co_quan_ban_hanh": "Ủy ban nhân dân xã Bình Minh",
        "ky_hieu": "KH-UBND",
        "dia_danh": "Bình Minh",
        "ngay_ban_hanh": "14/7/2026",
        "trich_yeu": sentence(dice, 15),
        "noi_nhan": ["UBND tỉnh"],
        "nguoi_ky": {"quyen_han": ["TM. Ủy ban nhân dân"], "chuc_vu": "Chủ tịch", "ho_ten": "Nguyễn Văn An"},
        "noi_dung": [
            *paragraphs,
            table(dice, False),
            "Xem {{ phu_luc.mot }}, {{ phu_luc.hai }}. Các cơ quan, đơn vị thực hiện Kế hoạch này.",
        ],
        "phu_luc": appendices,
    }


def main():
    folder = pathlib.Path(sys.argv[1])
    for seed in map(int, sys.argv[2:]):
        # Odd seeds are set in 13 points, even ones in 14; each size is a project of its own.
        project = folder / ("13" if seed % 2 else "14")
        (project / "plans").mkdir(parents=True, exist_ok=True)
        (project / "kehoach.yaml").write_text(f"co_chu: {13 if seed % 2 else 14}\n")
        # JSON is YAML.
        text = json.dumps(plan(seed), ensure_ascii=False, indent=1)
        (project / "plans" / f"bang-{seed}.yaml").write_text(text)


main()
