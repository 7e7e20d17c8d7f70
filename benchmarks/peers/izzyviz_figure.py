"""Draws one kind of figure with a checkout of IzzyViz, from the arrays that the other side draws.

    izzyviz_figure.py CHECKOUT KIND DATA.json OUT.svg     one figure, as often as fits into a few seconds
    izzyviz_figure.py CHECKOUT heads DATA.json FOLDER     every matrix of the file, once, each to a file of its own

Prints one line of JSON: CPU seconds of a figure (the median after a first call where there is more than one), calls, and bytes.
"""
import contextlib
import io
import json
import os
import resource
import statistics
import sys
import warnings

os.environ["MPLBACKEND"] = "Agg"
warnings.filterwarnings("ignore")
checkout, kind, data, out = sys.argv[1:5]
sys.path.insert(0, checkout)

import numpy  # noqa: E402
import torch  # noqa: E402

torch.set_num_threads(1)
with contextlib.redirect_stdout(io.StringIO()):
    from izzyviz import visualization as izzyviz  # noqa: E402
import matplotlib.pyplot as plt  # noqa: E402

SECONDS = 5
arrays = json.load(open(data, encoding="utf-8"))
maps = numpy.array(arrays.get("matrices") or [arrays["matrix"]])
tokens = arrays.get("tokens") or arrays["col_tokens"]
heads = [torch.tensor(maps[:, None].astype(numpy.float32)).transpose(0, 1)]
save = plt.savefig


def draw(path):
    # encoder_decoder does not pass its path on, so the file is named where it is saved.
    izzyviz.plt.savefig = lambda _, *rest, **more: save(path, *rest, **more)
    if kind == "self-attention":
        izzyviz.visualize_attention_self_attention(heads, tokens, 0, 0, save_path=path)
    elif kind == "question-context":
        izzyviz.visualize_attention_self_attention(heads, tokens, 0, 0, question_end=len(tokens) // 3, mode="question_context", save_path=path)
    elif kind == "cross-attention":
        izzyviz.visualize_attention_encoder_decoder(maps[0], tokens, arrays["row_tokens"], save_path=path)
    elif kind == "comparison":
        izzyviz.compare_two_attentions_with_circles(maps[0], maps[1], tokens, save_path=path)
    elif kind == "stability":
        izzyviz.check_stability_heatmap_with_gradient_color(maps, tokens, tokens, save_path=path)
    elif kind == "target-rings":
        izzyviz.target_ring_heatmap(maps, tokens, tokens, save_path=path)
    elif kind == "half-pies":
        izzyviz.half_pie_heatmap(maps, tokens, tokens, save_path=path)
    elif kind == "evolution":
        izzyviz.visualize_attention_evolution_sparklines(maps[:, None, None], tokens, 0, 0, save_path=path)
    elif kind == "regions":
        izzyviz.visualize_attention_with_detected_regions(maps[0], tokens, tokens, save_path=path)
    else:
        raise SystemExit("no such kind: " + kind)


def cost(work):
    before = resource.getrusage(resource.RUSAGE_SELF)
    with contextlib.redirect_stdout(io.StringIO()):
        work()
    plt.close("all")
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def draw_heads():
    for head in range(len(maps)):
        izzyviz.visualize_attention_self_attention(heads, tokens, 0, head, save_path=os.path.join(out, f"{head}.svg"))
        plt.close("all")


if kind == "heads":
    os.makedirs(out, exist_ok=True)
    seconds = [cost(draw_heads)]
    size = sum(os.path.getsize(os.path.join(out, name)) for name in os.listdir(out))
else:
    seconds = [cost(lambda: draw(out))]
    while sum(seconds) < SECONDS and len(seconds) < 10:
        seconds.append(cost(lambda: draw(out)))
    size = os.path.getsize(out)
print(json.dumps({"seconds": statistics.median(seconds[1:] or seconds), "calls": len(seconds), "bytes": size}))
