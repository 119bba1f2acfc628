"""Stage 0: the encoder and its tokenizer from the package, trimmed to the pieces that are kept."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import torch
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

from training.encoder import Encoder, state
from training.package import Sizes, read_package
from training.settings import Settings

BLANKS = r"[\x00-\x20\x7f\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]"
UNKNOWN = 3


def tokenizer(pieces: list[str], scores: list[float]) -> Tokenizer:
    """A Unigram tokenizer of words: NFKC, blanks folded, each word opened by its mark."""
    made = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), unk_id=UNKNOWN, byte_fallback=False))
    made.normalizer = normalizers.Sequence([normalizers.Replace(Regex(BLANKS), " "), normalizers.NFKC()])
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    made.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    return made


def load(folder: Path) -> Encoder:
    """The encoder that stage 0 wrote."""
    made = Encoder(Sizes(**json.loads((folder / "sizes.json").read_text())))
    made.load_state_dict(torch.load(folder / "encoder.pt", weights_only=True))
    return made


def main() -> None:
    """Writes encoder.pt, sizes.json and tokenizer.json under work/encoder."""
    settings = Settings.from_environment()
    package = read_package(settings.package)
    keep: list[int] = json.loads(settings.keep.read_text())
    folder = settings.work / "encoder"
    folder.mkdir(exist_ok=True)
    torch.save(state(package, keep), folder / "encoder.pt")
    (folder / "sizes.json").write_text(json.dumps(asdict(replace(package.sizes, pieces=len(keep)))))
    tokenizer([package.pieces[i] for i in keep], [package.scores[i] for i in keep]).save(str(folder / "tokenizer.json"))
    print(f"{sum(p.numel() for p in load(folder).parameters()):,} parameters, {len(keep):,} pieces")


if __name__ == "__main__":
    main()
