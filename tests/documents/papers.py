"""Forms written for the tests: a permit with a tick list, an agreement, an application that runs on."""

from typing import Any

TOP = """
title = "{title}"
[paper]
size = "A4"
left = 18
right = 12
bottom = 8
[body]
top = 30
bottom = 282
flow = {flow}
[[text]]
value = "{{title}} 第 {{page}} 页 / 共 {{pages}} 页"
x = 18
y = 12
width = 180
size = 16
"""

CHECKS = """
[[block]]
kind = "checks"
field = "checks"
item = "text"
answer = "answer"
note = "note"
title = "安全措施"
columns = 2
rows = 14
row_height = 7
size = 8.5
"""

SIGNATURES = """
[[block]]
kind = "signatures"
height = 26
per_row = 5
order = true
""" + "".join(
    f'[[block.boxes]]\ntitle = "第{at}人"\nhint = "签字"\nnote = "{{handler}}"\ndate = "月 日 时 分"\n'
    for at in range(1, 11)
)

CLAUSES = '''
[[block]]
kind = "clauses"
size = 11
leading = 1.7
indent = true
value = """
# 一 保管范围
第一条 甲方将编号 {keys} 的钥匙交乙方保管,用于“工程整改、紧急抢修、消防应急”,乙方不得用于其他用途。

第二条 乙方凭《钥匙留存收条》领取、归还钥匙。
  1. 施工单位领取钥匙时,须持盖章收条原件并出示身份证件;
  2. 乙方人员使用钥匙进入甲方区域时,须两人同行,并在《钥匙借用登记表》上签名,注明进入时间、事由、离开时间;
本协议一式两份,甲乙双方各执一份,自双方签字盖章之日起生效;甲方书面通知终止或取回全部钥匙时,本协议终止。
"""
'''

TABLE = """
[[block]]
kind = "note"
value = "{heading}"
bold = true
lines = 1
[[block]]
kind = "table"
field = "{field}"
lines = 12
rows = {rows}
blank = "{blank}"
continued = "接下页"
[[block.columns]]
title = "序"
field = "#"
width = 10
[[block.columns]]
title = "部位"
field = "place"
width = 40
[[block.columns]]
title = "内容"
field = "content"
width = 130
"""


def permit(flow: bool = False) -> str:
    """Return the source of a permit with 14 questions and ten signatures."""
    return TOP.format(title="动火证", flow=str(flow).lower()) + CHECKS + SIGNATURES


def agreement() -> str:
    return TOP.format(title="托管协议", flow="false") + CLAUSES + SIGNATURES


def application(rows: int = 3) -> str:
    """Return the source of an application with two lists and a tick list between them."""
    return (
        TOP.format(title="装修申请", flow="true")
        + TABLE.format(heading="一、项目", field="works", rows=rows, blank="以下空白")
        + CHECKS
        + TABLE.format(heading="二、试水", field="tests", rows=rows, blank="")
        + SIGNATURES
    )


def questions(count: int, **changes: Any) -> list[dict[str, Any]]:
    return [{"text": f"措施{at}号", "answer": "是", "note": ""} | changes for at in range(1, count + 1)]


def works(count: int, content: str = "隔墙", mark: str = "部位") -> list[dict[str, Any]]:
    return [{"place": f"{mark}{at}处", "content": content} for at in range(1, count + 1)]


FIELDS: dict[str, Any] = {
    "keys": "A-03-12",
    "handler": "李敏",
    "checks": questions(1),
    "works": works(1),
    "tests": works(1),
}
