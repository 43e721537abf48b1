package io.arrayport.interop;

import static io.arrayport.dlpack.Dlpack.dlpack;
import static io.arrayport.torch.Torch.torch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import io.arrayport.arrow.ArrowBridge;
import io.arrayport.arrow.ArrowTable;
import io.arrayport.arrow.Batch;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import io.arrayport.dlpack.Dlpack;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.SmallIntVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever holds the bytes has them, in whatever order the others let go; the last one gives them back. */
class LifetimeTest {

    /** A column of a mapped file, handed on from neighbour to neighbour, at one address all the way. */
    private static final class Chain {
        static final List<String> LINKS = List.of("table", "tensor", "array from torch", "array from DLPack", "vector");

        final Ledger.Counts before = Settled.counts();
        final ArrowTable table = ArrowTable.open(Examples.FLIGHTS);
        final NDManager manager = NDManager.newBaseManager("PyTorch");
        final BufferAllocator allocator = new RootAllocator();
        final NdArray column;
        final NDArray tensor;
        final ZeroCopyArray fromTorch;
        final ZeroCopyArray fromDlpack;
        final FieldVector vector;
        final long expected;

        Chain() {
            Batch batch = table.batches().getFirst();
            column = batch.column("distance");
            expected = table.storage().address() + batch.columnOffset("distance");
            tensor = ZeroCopyArray.wrap(column).as(torch(manager).withUnnamedDtypes());
            fromTorch = ZeroCopyArray.from(torch(tensor));
            fromDlpack = ZeroCopyArray.from(dlpack(fromTorch.exportDlpack()));
            vector = fromDlpack.asArrow(allocator, "distance");
        }

        void close(int link) {
            switch (link) {
                case 0 -> table.close();
                case 1 -> manager.close();
                case 2 -> fromTorch.close();
                case 3 -> fromDlpack.close();
                case 4 -> vector.close();
                default -> throw new AssertionError(link);
            }
        }

        /** What a link reads as element {@code row}. */
        long read(int link, int row) {
            return switch (link) {
                case 0 -> column.getLong(row);
                case 1 -> (long) new TorchView((PtNDArray) tensor.get(row + ":" + (row + 1))).values()[0];
                case 2 -> fromTorch.asNdArray().getLong(row);
                case 3 -> fromDlpack.asNdArray().getLong(row);
                case 4 -> ((SmallIntVector) vector).get(row);
                default -> throw new AssertionError(link);
            };
        }
    }

    @Test
    void oneAddressAllTheWay() {
        Chain chain = new Chain();
        assertThat(List.of(chain.column.address(), new TorchView((PtNDArray) chain.tensor).address(),
                chain.fromTorch.address(), chain.fromDlpack.address(), chain.vector.getDataBuffer().memoryAddress()))
                .containsOnly(chain.expected);
        assertThat(IntStream.range(0, Chain.LINKS.size()).mapToObj(link -> chain.read(link, 199_999)).distinct())
                .hasSize(1);
        IntStream.range(0, Chain.LINKS.size()).forEach(chain::close);
        chain.allocator.close();
    }

    static Stream<List<Integer>> orders() {
        return permutations(List.of(), List.of(0, 1, 2, 3, 4));
    }

    private static Stream<List<Integer>> permutations(List<Integer> taken, List<Integer> left) {
        return left.isEmpty() ? Stream.of(taken) : left.stream().flatMap(next -> {
            List<Integer> more = new ArrayList<>(taken);
            more.add(next);
            return permutations(more, left.stream().filter(link -> !link.equals(next)).toList());
        });
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whoeverIsStillOpenStillReads(List<Integer> order) {
        Chain chain = new Chain();
        List<Integer> open = new ArrayList<>(order);
        long first = chain.read(0, 0);
        long last = chain.read(0, 199_999);
        for (int link : order) {
            chain.close(link);
            open.remove((Integer) link);
            for (int other : open) {
                String who = Chain.LINKS.get(other) + " after " + Chain.LINKS.get(link) + " was closed";
                assertThat(chain.read(other, 0)).as(who).isEqualTo(first);
                assertThat(chain.read(other, 199_999)).as(who).isEqualTo(last);
            }
        }
        chain.allocator.close();
        assertThat(Ledger.counts()).as("everything was given back").isEqualTo(chain.before);
    }

    @Test
    void aClosedArrayCannotBeReadOrGivenAway() {
        NdArray array = Sample.CONTIGUOUS.array(DType.FLOAT32);
        ZeroCopyArray hub = ZeroCopyArray.wrap(array);
        hub.close();
        hub.close();
        assertThatThrownBy(() -> array.getDouble(0)).isInstanceOf(ClosedException.class);
        try (NDManager manager = NDManager.newBaseManager("PyTorch"); BufferAllocator allocator = new RootAllocator()) {
            for (Target<?> target : List.of(torch(manager), ArrowBridge.vector(allocator, "x"), Dlpack.capsule(),
                    Dlpack.legacyCapsule())) {
                assertThat(hub.explain(target).outcome()).as(target.name()).isEqualTo(Outcome.REFUSED);
                assertThatThrownBy(() -> hub.as(target)).as(target.name()).isInstanceOf(ClosedException.class)
                        .hasMessageContainingAll(target.name(), "closed");
                for (CopyPolicy policy : CopyPolicy.values()) {
                    assertThatThrownBy(() -> hub.to(target, policy)).as(target.name())
                            .isInstanceOf(ClosedException.class);
                }
            }
        }
        assertThat(hub.toString()).contains("closed");
    }

    @Test
    void closedSourcesAndTargetsAreRefused() {
        NDManager manager = NDManager.newBaseManager("PyTorch");
        NDArray tensor = manager.create(new float[]{1, 2});
        ZeroCopyArray hub = ZeroCopyArray.wrap(Sample.CONTIGUOUS.array(DType.FLOAT32));
        manager.close();
        assertThatThrownBy(() -> ZeroCopyArray.from(torch(tensor))).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> hub.asTorch(manager)).isInstanceOf(ArrayportException.class)
                .hasMessageContaining("closed");

        ArrowTable table = ArrowTable.open(Examples.FLIGHTS);
        Batch batch = table.batches().getFirst();
        table.close();
        assertThatThrownBy(() -> batch.column("time")).isInstanceOf(ClosedException.class);
    }

    @Test
    void aVectorOfAClosedArrayIsStillWhole() {
        NdArray array = Sample.MISALIGNED.array(DType.INT32);
        try (BufferAllocator allocator = new RootAllocator();
                FieldVector vector = ZeroCopyArray.wrap(array).asArrow(allocator, "x")) {
            array.close();
            assertThat(ArrowFiles.values(vector)).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }
}
