package io.arrayport.core.exchange;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.Callable;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Events;
import io.arrayport.core.testing.Settled;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeTest {

    /** What a neighbour holds: an address and the right to it. */
    private record Held(long address, NdArray seen, Lease lease) implements AutoCloseable {
        @Override
        public void close() {
            lease.close();
        }
    }

    /** Shares native, contiguous arrays; wants copies of the others; has no form for complex numbers. */
    private static class Neighbour implements Target<Held> {
        @Override
        public String name() {
            return "neighbour's array";
        }

        @Override
        public ExchangePlan plan(NdArray array) {
            if (array.dtype().kind() == 'c') {
                return ExchangePlan.refused(name(), "it has no complex numbers", "give the parts apart");
            }
            if (!array.dtype().isNative() || !array.isCContiguous()) {
                return ExchangePlan.needsCopy(name(), array.nbytes(), "it wants native, contiguous elements");
            }
            return ExchangePlan.zeroCopy(name(), "both sides may write");
        }

        @Override
        public Held accept(NdArray array) {
            plan(array).requireZeroCopy();
            return new Held(array.address(), array, array.storage().lease(name()));
        }
    }

    private final Neighbour neighbour = new Neighbour();

    @ParameterizedTest
    @EnumSource(value = CopyPolicy.class, names = {"NEVER", "IF_NEEDED"})
    void sharesWhatCanBeShared(CopyPolicy policy) throws Exception {
        NdArray array = np.arange(6, DType.INT32);
        List<RecordedEvent> events = Events.during(() -> {
            try (Held held = Exchange.to(array, neighbour, policy)) {
                assertThat(held.address()).isEqualTo(array.address());
                assertThat(array.storage().exports()).isEqualTo(1);
            }
            return null;
        });
        assertThat(Events.named("Copy", events)).isEmpty();
        assertThat(array.storage().exports()).isZero();
        assertThat(array.storage().isClosed()).isFalse();
    }

    @Test
    void copiesWhereThePolicyAllowsAndSaysSo() throws Exception {
        NdArray array = np.arange(6, DType.INT32.withOrder(ByteOrder.BIG_ENDIAN)).reshape(2, 3).transpose();
        List<RecordedEvent> events = copyEvents(() -> {
            Held held = Exchange.to(array, neighbour, CopyPolicy.IF_NEEDED);
            assertCopied(array, held);
            return null;
        });
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getString("target")).isEqualTo("neighbour's array");
            assertThat(event.getString("reason")).isEqualTo("it wants native, contiguous elements");
            assertThat(event.getLong("bytes")).isEqualTo(24);
            assertThat(event.getStackTrace().getFrames()).isNotEmpty();
        });
    }

    @Test
    void alwaysCopiesWhenAsked() throws Exception {
        NdArray array = np.arange(6, DType.INT32).reshape(3, 2);
        List<RecordedEvent> events = copyEvents(() -> {
            Held held = Exchange.to(array, neighbour, CopyPolicy.ALWAYS);
            assertCopied(array, held);
            return null;
        });
        assertThat(events).singleElement()
                .satisfies(event -> assertThat(event.getString("reason")).isEqualTo("asked for"));
    }

    /** The neighbour alone holds the copy's bytes: released with the lease, not before. */
    private static void assertCopied(NdArray array, Held held) {
        long blocks = Settled.counts().nativeBlocks();
        assertThat(held.address()).isNotEqualTo(array.address());
        assertThat(array.storage().exports()).isZero();
        assertThat(held.seen().storage().isClosed()).isTrue();
        assertThat(held.seen().shape()).isEqualTo(array.shape());
        held.close();
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(blocks - 1);
    }

    private static List<RecordedEvent> copyEvents(Callable<?> body) throws Exception {
        return Events.named("Copy", Events.byDefault(body));
    }

    @Test
    void neverCopiesWhenToldNeverTo() throws Exception {
        NdArray array = np.arange(6, DType.INT32).reshape(2, 3).transpose();
        assertThat(copyEvents(() -> {
            assertThatThrownBy(() -> Exchange.to(array, neighbour, CopyPolicy.NEVER))
                    .isInstanceOf(ZeroCopyException.class)
                    .hasMessage("as neighbour's array: it wants native, contiguous elements;"
                            + " to(target, CopyPolicy.IF_NEEDED), which copies 24 bytes, or copy() first");
            return null;
        })).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CopyPolicy.class)
    void whatTheNeighbourHasNoFormForIsRefusedUnderEveryPolicy(CopyPolicy policy) {
        NdArray array = np.zeros(Shape.of(2), DType.COMPLEX64);
        long blocks = Settled.counts().nativeBlocks();
        assertThatThrownBy(() -> Exchange.to(array, neighbour, policy)).isInstanceOf(ZeroCopyException.class)
                .hasMessage("as neighbour's array: it has no complex numbers; give the parts apart");
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(blocks);
    }

    @ParameterizedTest
    @EnumSource(CopyPolicy.class)
    void nothingIsHeldWhenTheNeighbourFails(CopyPolicy policy) {
        Target<Held> failing = new Neighbour() {
            @Override
            public Held accept(NdArray array) {
                super.accept(array).close();
                throw new IllegalStateException("the neighbour fell over");
            }
        };
        NdArray array = np.arange(6, DType.INT32);
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(() -> Exchange.to(array, failing, policy)).isInstanceOf(IllegalStateException.class)
                .hasMessage("the neighbour fell over");
        assertThat(Ledger.counts()).isEqualTo(before);
        assertThat(array.storage().isClosed()).isFalse();
    }

    @Test
    void aCopyThatTheNeighbourStillDoesNotTakeIsGivenBack() {
        Target<Held> picky = new Neighbour() {
            @Override
            public ExchangePlan plan(NdArray array) {
                return ExchangePlan.needsCopy(name(), array.nbytes(), "nothing is good enough");
            }
        };
        NdArray array = np.arange(6, DType.INT32);
        long blocks = Settled.counts().nativeBlocks();
        assertThatThrownBy(() -> Exchange.to(array, picky, CopyPolicy.IF_NEEDED)).isInstanceOf(ZeroCopyException.class);
        assertThat(Ledger.counts().nativeBlocks()).isEqualTo(blocks);
    }

    @Test
    void aPlanReadsAsASentence() {
        assertThat(ExchangePlan.zeroCopy("torch NDArray", "both sides may write"))
                .hasToString("to torch NDArray: zero-copy; both sides may write");
        assertThat(ExchangePlan.needsCopy("torch NDArray", 24, "its bytes are swapped")).asString()
                .startsWith("to torch NDArray: moves 24 bytes: its bytes are swapped; ");
        assertThat(ExchangePlan.refused("torch NDArray", "it has no uint16", "")).hasToString(
                "to torch NDArray: refused: it has no uint16");
        assertThat(ExchangePlan.zeroCopy("a", "b").isZeroCopy()).isTrue();
        assertThat(ExchangePlan.needsCopy("a", 1, "b").isZeroCopy()).isFalse();
    }
}
