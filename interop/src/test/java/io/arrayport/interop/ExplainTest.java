package io.arrayport.interop;

import static io.arrayport.arrow.ArrowBridge.arrow;
import static io.arrayport.dlpack.Dlpack.dlpack;
import static io.arrayport.torch.Torch.torch;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.ArrowTable;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.testing.Settled;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import org.junit.jupiter.api.Test;

/** What an exchange would do, asked before; it is not done by that. */
class ExplainTest {
    private final ZeroCopyArray hub = ZeroCopyArray.wrap(Sample.CONTIGUOUS.array(DType.FLOAT32));

    @Test
    void aPlanIsTextAndJson() throws JsonProcessingException {
        ExchangePlan plan = ZeroCopyArray.wrap(Sample.CONTIGUOUS.array(DType.INT16).get("::-1"))
                .explain(Dlpack.legacyCapsule());
        assertThat(plan).hasToString("to legacy DLPack capsule: zero-copy; both sides can write");
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            ExchangePlan copy = ZeroCopyArray.wrap(hub.asNdArray().get("::-1")).explain(torch(manager));
            assertThat(new ObjectMapper().writeValueAsString(copy)).isEqualTo(
                    "{\"outcome\":\"NEEDS_COPY\",\"target\":\"torch NDArray\",\"bytes\":24,\"writers\":\"\","
                            + "\"reason\":\"stride -4 of axis 0 is negative, which torch cannot express\","
                            + "\"remedy\":\"to(target, CopyPolicy.IF_NEEDED), which copies 24 bytes, or copy() first\","
                            + "\"zeroCopy\":false}");
        }
    }

    @Test
    void aCopyThatIsAskedForIsForetold() {
        assertThat(hub.explain(Dlpack.capsule(), CopyPolicy.NEVER).isZeroCopy()).isTrue();
        ExchangePlan asked = hub.explain(Dlpack.capsule(), CopyPolicy.ALWAYS);
        assertThat(asked.outcome()).isEqualTo(Outcome.NEEDS_COPY);
        assertThat(asked.bytes()).isEqualTo(24);
        assertThat(asked).hasToString(
                "to DLPack capsule: moves 24 bytes: asked for; CopyPolicy.IF_NEEDED shares the bytes");
        hub.close();
        for (CopyPolicy policy : CopyPolicy.values()) {
            assertThat(hub.explain(Dlpack.capsule(), policy).outcome()).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void importsAreForetoldAndCanStillBeMade() {
        long imports = Settled.counts().imports();
        DlpackCapsule capsule = hub.exportDlpack();
        assertThat(ZeroCopyArray.explain(dlpack(capsule))).hasToString(
                "Optional[to array from DLPack capsule: zero-copy; both sides can write]");
        assertThat(capsule.isConsumed()).isFalse();
        try (ZeroCopyArray array = ZeroCopyArray.from(dlpack(capsule))) {
            assertThat(array.isWriteable()).isTrue();
        }
        ExchangePlan again = ZeroCopyArray.explain(dlpack(capsule)).orElseThrow();
        assertThat(again.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(again.reason()).contains("consumed");
        try (ArrowTable table = ArrowTable.open(Examples.FLIGHTS)) {
            assertThat(ZeroCopyArray.explain(arrow(table.batches().getFirst(), "time")).orElseThrow().writers())
                    .isEqualTo("only the neighbour can write: the array is read-only");
        }
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NDArray complex = manager.create(new float[]{1, 2}, new ai.djl.ndarray.types.Shape(1, 2)).complex();
            ExchangePlan lazy = ZeroCopyArray.explain(torch(complex.conj())).orElseThrow();
            assertThat(lazy.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(lazy.reason()).contains("lazy conj() view, its bytes are not its values");
            assertThat(lazy.remedy()).startsWith("copy it inside torch first");
        }
        assertThat(ZeroCopyArray.explain(ArrowC.source(0, 0))).as("only opening tells, and takes").isEmpty();
        assertThat(Ledger.counts().imports()).isEqualTo(imports);
    }
}
