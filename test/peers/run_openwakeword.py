"""The Python openWakeWord under the bench's own conditions. One JSON object as argument, one as answer.

{"mode": "cpu", ...}     scores of every 80 ms frame and the CPU time per frame
{"mode": "streams", ...} how many of the frames of many streams at real-time pace were late
Both: features (directory), models (paths), wav (mono 16 kHz); streams: count, seconds.
"""

import heapq
import json
import sys
import time
import wave

import numpy as np
from openwakeword.model import Model

FRAME = 1280
FRAME_S = FRAME / 16_000


def open_model(job):
    return Model(
        wakeword_models=job["models"],
        inference_framework="onnx",
        melspec_model_path=job["melspectrogram"],
        embedding_model_path=job["embedding"],
    )


def read(path):
    with wave.open(path) as file:
        return np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16)


def frames_of(pcm):
    return [pcm[i : i + FRAME] for i in range(0, len(pcm) - FRAME + 1, FRAME)]


def cpu(job):
    model = open_model(job)
    frames = frames_of(read(job["wav"]))
    for frame in frames[: job["warmup"]]:
        model.predict(frame)
    model.reset()
    scores = []
    start = time.process_time()
    for frame in frames:
        scores.append([float(score) for score in model.predict(frame).values()])
    cpu_ms = (time.process_time() - start) * 1000
    return {"cpuMs": cpu_ms / len(frames), "frames": len(frames), "scores": scores}


def streams(job):
    count = job["count"]
    frames = frames_of(read(job["wav"]))
    models = [open_model(job) for _ in range(count)]
    for model in models:
        model.predict(frames[0])
    ticks = int(job["seconds"] / FRAME_S)
    start = time.monotonic() + 0.2
    due = [(start + FRAME_S * index / count, 0, index) for index in range(count)]
    late = 0
    while due:
        arrival, tick, index = heapq.heappop(due)
        wait = arrival - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        models[index].predict(frames[(tick + 7 * index) % len(frames)])
        late += time.monotonic() > arrival + FRAME_S
        if tick + 1 < ticks:
            heapq.heappush(due, (arrival + FRAME_S, tick + 1, index))
    return {"late": late, "ticks": ticks * count}


job = json.loads(sys.argv[1])
print(json.dumps({"cpu": cpu, "streams": streams}[job["mode"]](job)))
