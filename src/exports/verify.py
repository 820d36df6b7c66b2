# Recomputes every seal of a document: python3 verify.py MANIFEST.json DOCUMENT.txt
import hashlib, json, re, sys, unicodedata

with open(sys.argv[1], encoding="utf-8") as file:
    manifest = json.load(file)
with open(sys.argv[2], encoding="utf-8-sig") as file:
    text = unicodedata.normalize("NFC", file.read())
blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]

checked = broken = 0
for sealed, block in zip(manifest["blocks"], blocks + [""] * len(manifest["blocks"])):
    for number, stretch in enumerate([sealed, *sealed["sentences"]]):
        found = block[stretch.get("start"):stretch.get("end")]
        checked += 1
        if hashlib.sha256(found.encode()).hexdigest() != stretch["sha256"]:
            broken += 1
            print(f"block {sealed['block']}" + (f", sentence {number}" if number else "") + " differs")
more = range(len(manifest["blocks"]) + 1, len(blocks) + 1)
for number in more:
    print(f"block {number} has no seal")
print(f"{checked - broken} of {checked} seals hold")
sys.exit(broken > 0 or len(more) > 0)
