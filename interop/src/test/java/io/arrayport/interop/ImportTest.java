package io.arrayport.interop;

import static io.arrayport.arrow.ArrowBridge.arrow;
import static io.arrayport.dlpack.Dlpack.dlpack;
import static io.arrayport.torch.Torch.torch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import io.arrayport.dlpack.DlpackCapsule;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.Types.MinorType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.util.TransferPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a neighbour made itself comes in where it lies. */
class ImportTest {
    private static final int ROWS = 6;

    /** How torch can lay out its own tensors. */
    enum TorchLayout {
        SCALAR(a -> a.get(1, 1)), EMPTY(a -> a.get("0:0")), CONTIGUOUS(a -> a), STRIDED(a -> a.get(":, ::2")),
        TRANSPOSED(NDArray::transpose), OFFSET(a -> a.get("1:"));

        final UnaryOperator<NDArray> view;

        TorchLayout(UnaryOperator<NDArray> view) {
            this.view = view;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTensorThatTorchMadeIsSeenWhereTorchHasItAndWrittenByBoth(TorchLayout layout) {
        for (DataType type : new DataType[]{DataType.FLOAT32, DataType.FLOAT64, DataType.INT32, DataType.INT64,
                DataType.INT8, DataType.UINT8, DataType.BOOLEAN, DataType.FLOAT16}) {
            try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
                NDArray whole = manager.arange(12).reshape(new Shape(3, 4)).toType(type, true);
                NDArray tensor = layout.view.apply(whole);
                TorchView torch = new TorchView((PtNDArray) tensor);
                try (ZeroCopyArray array = ZeroCopyArray.from(torch(tensor))) {
                    assertThat(array.shape().toArray()).isEqualTo(tensor.getShape().getShape());
                    assertThat(Elements.values(array.asNdArray())).as(type + "").containsExactly(torch.values());
                    if (tensor.size() > 0) {
                        assertThat(array.address()).isEqualTo(torch.address());
                        assertThat(array.isWriteable()).isTrue();
                        array.asNdArray().setDouble(1, new long[array.shape().ndim()]);
                        assertThat(torch.values()[0]).isOne();
                        torch.zero();
                        assertThat(Elements.values(array.asNdArray())).containsOnly(0);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TINYINT", "SMALLINT", "INT", "BIGINT", "UINT1", "UINT2", "UINT4", "UINT8", "FLOAT2", "FLOAT4",
            "FLOAT8"})
    void aVectorAndASliceOfItAreSeenWhereArrowHasThemAndNotWrittenByUs(MinorType type) {
        try (BufferAllocator allocator = new RootAllocator(); FieldVector vector = numbers(allocator, type)) {
            TransferPair slice = vector.getTransferPair(allocator);
            slice.splitAndTransfer(1, ROWS - 2);
            try (FieldVector part = (FieldVector) slice.getTo()) {
                assertReadOnlyView(vector, ROWS);
                assertReadOnlyView(part, ROWS - 2);
            }
        }
    }

    private static void assertReadOnlyView(FieldVector vector, int rows) {
        try (ZeroCopyArray array = ZeroCopyArray.from(arrow(vector))) {
            assertThat(array.shape().toArray()).containsExactly(rows);
            assertThat(array.address()).isEqualTo(vector.getDataBuffer().memoryAddress());
            assertThat(Elements.values(array.asNdArray())).containsExactly(ArrowFiles.values(vector));
            assertThat(array.isWriteable()).isFalse();
            assertThatThrownBy(() -> array.asNdArray().setDouble(0, 0)).isInstanceOf(ReadOnlyException.class);
            vector.getDataBuffer().setZero(0, array.dtype().itemsize());
            assertThat(array.asNdArray().getDouble(0)).as("Arrow's own write is seen").isZero();
        }
    }

    private static FieldVector numbers(BufferAllocator allocator, MinorType type) {
        FieldVector vector = new Field("x", FieldType.notNullable(type.getType()), null).createVector(allocator);
        vector.setInitialCapacity(ROWS);
        vector.allocateNew();
        for (int i = 0; i < vector.getDataBuffer().capacity(); i++) {
            vector.getDataBuffer().setByte(i, i % 60 + 1);
        }
        vector.getValidityBuffer().setOne(0, vector.getValidityBuffer().capacity());
        vector.setValueCount(ROWS);
        return vector;
    }

    @Test
    void aVectorWithNullsOrOfTextIsRefusedWithTheReason() {
        try (BufferAllocator allocator = new RootAllocator();
                FieldVector vector = numbers(allocator, MinorType.INT);
                VarCharVector text = new VarCharVector("name", allocator)) {
            vector.setNull(2);
            try (ZeroCopyArray array = ZeroCopyArray.from(arrow(vector))) { // nobody has counted
                assertThatThrownBy(() -> array.asNdArray().getLong(0)).isInstanceOf(ZeroCopyException.class)
                        .hasMessageContainingAll("1 null in 6 rows", "fill or drop");
            }
            text.allocateNew();
            assertThatThrownBy(() -> ZeroCopyArray.from(arrow(text))).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContainingAll("\"name\"", "TextColumn.of(ArrowColumn) reads it as it is");
        }
    }

    @Test
    void aCapsuleIsImportedOnceAndTheSecondTimeIsAnError() {
        NdArray array = Sample.STRIDED.array(DType.INT32);
        DlpackCapsule capsule = ZeroCopyArray.wrap(array).exportDlpack();
        try (ZeroCopyArray imported = ZeroCopyArray.from(dlpack(capsule))) {
            assertThat(imported.address()).isEqualTo(array.address());
            assertThat(imported.toString()).isEqualTo("[1 2 3 4 5 6]");
            assertThatThrownBy(() -> ZeroCopyArray.from(dlpack(capsule))).isInstanceOf(ClosedException.class)
                    .hasMessageContaining("consumed once");
        }
    }
}
