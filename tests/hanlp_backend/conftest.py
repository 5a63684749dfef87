"""Small models of HanLP's three kinds, trained here by HanLP itself; nothing is downloaded."""

import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from hanlp_backend.sentences import made_sentences, write_characters, write_words

collect_ignore_glob = [] if find_spec("hanlp") else ["test_*.py"]


@pytest.fixture(scope="session", autouse=True)
def _hanlp() -> None:
    """Import HanLP once, whatever its modules are warned of when Python compiles them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import hanlp.components.mtl.tasks.ner.tag_ner
        import hanlp.components.ner.rnn_ner  # noqa: F401


@pytest.fixture(scope="session")
def recurrent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recurrent model of characters."""
    from hanlp.components.ner.rnn_ner import RNNNamedEntityRecognizer
    from hanlp.layers.embeddings.word2vec import Word2VecEmbedding

    folder = tmp_path_factory.mktemp("recurrent")
    RNNNamedEntityRecognizer().fit(
        write_characters(folder / "train.tsv", made_sentences(500, seed=1)),
        write_characters(folder / "dev.tsv", made_sentences(60, seed=2)),
        str(folder / "model"),
        embed=Word2VecEmbedding("token", 32, trainable=True),
        rnn_hidden=32,
        crf=False,
        tagging_scheme="IOBES",
        epochs=12,
        lr=0.01,
        batch_size=32,
        seed=1,
        devices=-1,
    )
    return folder / "model"


@pytest.fixture(scope="session")
def bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of one small layer that has learnt nothing yet, with its vocabulary."""
    import torch
    from transformers import BertConfig, BertModel

    folder = tmp_path_factory.mktemp("bert")
    marks = sorted({mark for words in made_sentences(500, seed=1) for word, _ in words for mark in word})
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    vocabulary = [*special, *marks, *("##" + mark for mark in marks)]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=64,
        num_hidden_layers=1,
        num_attention_heads=4,
        intermediate_size=128,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    BertModel(config).save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def word_data(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Sentences of words to train and to choose the best epoch on."""
    folder = tmp_path_factory.mktemp("words")
    return (
        write_words(folder / "train.tsv", made_sentences(500, seed=1)),
        write_words(folder / "dev.tsv", made_sentences(60, seed=2)),
    )


@pytest.fixture(scope="session")
def _optimizer() -> Iterator[None]:
    """Give HanLP the optimizer it asks of Transformers, where new versions have it no more."""
    import torch
    import transformers.optimization

    def adam(parameters: object, *, no_deprecation_warning: bool = True, **given: object) -> object:
        return torch.optim.AdamW(parameters, **given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transformers.optimization, "AdamW", adam, raising=False)
        yield


@pytest.fixture(scope="session")
def transformer(
    bert: Path, word_data: tuple[str, str], _optimizer: None, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A transformer of words."""
    from hanlp.components.ner.transformer_ner import TransformerNamedEntityRecognizer

    folder = tmp_path_factory.mktemp("transformer")
    TransformerNamedEntityRecognizer().fit(
        *word_data,
        str(folder),
        transformer=str(bert),
        average_subwords=True,
        word_dropout=0,
        epochs=8,
        lr=3e-3,
        transformer_lr=3e-3,
        batch_size=16,
        seed=1,
        devices=-1,
    )
    return folder


@pytest.fixture(scope="session")
def multi_task(
    bert: Path, word_data: tuple[str, str], _optimizer: None, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A model of several tasks, as most of HanLP's pretrained ones are."""
    from hanlp.common.dataset import SortingSamplerBuilder
    from hanlp.components.mtl.multi_task_learning import MultiTaskLearning
    from hanlp.components.mtl.tasks.ner.tag_ner import TaggingNamedEntityRecognition
    from hanlp.layers.embeddings.contextual_word_embedding import ContextualWordEmbedding

    folder = tmp_path_factory.mktemp("multi_task")
    train, dev = word_data
    MultiTaskLearning().fit(
        ContextualWordEmbedding(
            "token", str(bert), average_subwords=True, max_sequence_length=256, word_dropout=0
        ),
        {
            name: TaggingNamedEntityRecognition(
                train, dev, dev, SortingSamplerBuilder(batch_size=16), lr=3e-3
            )
            for name in ("ner/pku", "ner/msra")
        },
        str(folder),
        epochs=8,
        lr=3e-3,
        encoder_lr=3e-3,
        seed=1,
        devices=-1,
    )
    return folder
