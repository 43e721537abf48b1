package io.arrayport.interop;

import static io.arrayport.dlpack.Dlpack.dlpack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.Test;

/** asNdArray, asTorch, asArrow, asArrowTable, exportDlpack: the forms people look for. */
class OneLineFormsTest {
    private final NdArray array = Sample.CONTIGUOUS.array(DType.FLOAT32);
    private final ZeroCopyArray hub = ZeroCopyArray.wrap(array);

    @Test
    void theHubSaysWhatItsArraySays() {
        assertThat(hub.asNdArray()).isSameAs(array);
        assertThat(hub.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(hub.shape()).isEqualTo(array.shape());
        assertThat(hub.nbytes()).isEqualTo(24);
        assertThat(hub.address()).isEqualTo(array.address());
        assertThat(hub.storage()).isSameAs(array.storage());
        assertThat(hub.isWriteable()).isTrue();
        assertThat(ZeroCopyArray.wrap(array.asReadOnly()).isWriteable()).isFalse();
        assertThat(hub).hasToString("[1. 2. 3. 4. 5. 6.]");
    }

    @Test
    void eachFormIsAtTheSameAddress() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch"); BufferAllocator allocator = new RootAllocator()) {
            NDArray tensor = hub.asTorch(manager);
            assertThat(new TorchView((PtNDArray) tensor).address()).isEqualTo(array.address());
            assertThat(tensor.toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
            try (ZeroCopyArray back = ZeroCopyArray.from(dlpack(hub.exportDlpack()))) {
                assertThat(back.address()).isEqualTo(array.address());
            }
            try (FieldVector vector = hub.asArrow(allocator, "delay")) {
                assertThat(vector.getName()).isEqualTo("delay");
                assertThat(vector.getDataBuffer().memoryAddress()).isEqualTo(array.address());
            }
            try (VectorSchemaRoot root = hub.asArrowTable(allocator, "delay")) {
                assertThat(root.getRowCount()).isEqualTo(6);
                assertThat(root.getVector("delay").getDataBuffer().memoryAddress()).isEqualTo(array.address());
            }
        }
    }

    @Test
    void anArrowExportFreezesTheArrayUntilItIsReleased() {
        try (BufferAllocator allocator = new RootAllocator()) {
            try (FieldVector _ = hub.asArrow(allocator, "x")) {
                assertThat(hub.isWriteable()).isFalse();
            }
            assertThat(hub.isWriteable()).isTrue();
        }
    }

    @Test
    void aFormThatCannotBeSaysWhyAndWhatToCall() {
        ZeroCopyArray reversed = ZeroCopyArray.wrap(array.get("::-1"));
        ZeroCopyArray shorts = ZeroCopyArray.wrap(Sample.CONTIGUOUS.array(DType.INT16));
        try (NDManager manager = NDManager.newBaseManager("PyTorch"); BufferAllocator allocator = new RootAllocator()) {
            assertThatThrownBy(() -> reversed.asTorch(manager)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContainingAll("stride -4 of axis 0 is negative", "IF_NEEDED");
            assertThatThrownBy(() -> reversed.asArrow(allocator, "x")).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContainingAll("side by side", "IF_NEEDED");
            assertThatThrownBy(() -> reversed.asArrowTable(allocator, "x")).isInstanceOf(ZeroCopyException.class);
            assertThatThrownBy(() -> shorts.asTorch(manager)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContainingAll("int16", "withUnnamedDtypes()");
        }
        assertThat(array.isWriteable()).as("a refusal leaves nothing frozen").isTrue();
    }
}
