package io.arrayport.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tensors that torch made. */
class ImportTest {
    private final NDManager manager = TorchSide.manager();

    @AfterEach
    void close() {
        manager.close();
    }

    private NDList from(String model, NDArray... inputs) {
        try (TorchScript script = TorchScript.load(TorchSide.model(model))) {
            return script.forward(new NDList(inputs));
        }
    }

    private static void assertRefused(NDArray tensor, Class<? extends ArrayportException> type, String... words) {
        assertThatThrownBy(() -> Torch.torch(tensor).open()).isInstanceOf(type).hasMessageStartingWith("torch import: ")
                .hasMessageContainingAll(words);
    }

    @Test
    void aTensorIsSharedWithItsStrides() {
        NDArray tensor = manager.arange(12f).reshape(3, 4).transpose();
        NdArray array = Torch.torch(tensor).open();
        assertThat(array.shape().toArray()).containsExactly(4, 3);
        assertThat(array.layout().strides()).containsExactly(4, 16);
        assertThat(array.address()).isEqualTo(TorchSide.dataPtr(tensor));
        array.setDouble(-1, 1, 2);
        assertThat(tensor.getFloat(1, 2)).isEqualTo(-1);
        tensor.addi(100);
        assertThat(array.getDouble(1, 2)).isEqualTo(99);
    }

    @Test
    void aSliceThatDoesNotStartItsStorageIsSharedWhereItStarts() {
        NDArray tensor = manager.arange(10f).get("4:9");
        NdArray array = Torch.torch(tensor).open();
        assertThat(Elements.values(array)).containsExactly(4, 5, 6, 7, 8);
        assertThat(array.storage().byteSize()).as("no byte beyond the slice can be reached").isEqualTo(20);
    }

    @Test
    void anExpandedTensorIsReadOnlyAsTorchRefusesToWriteToItToo() {
        NDArray tensor = manager.arange(3f).broadcast(new Shape(2, 3));
        NdArray array = Torch.torch(tensor).open();
        assertThat(Elements.values(array)).containsExactly(0, 1, 2, 0, 1, 2);
        assertThatThrownBy(() -> array.setDouble(1, 0, 0)).isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> tensor.addi(1)).hasMessageContaining("single memory location");
    }

    @Test
    void aTensorThatRequiresAGradientComesInDetachedAndReadOnly() {
        NDArray tensor = manager.arange(3f);
        tensor.setRequiresGradient(true);
        NdArray array = Torch.torch(tensor).open();
        assertThat(array.address()).isEqualTo(TorchSide.dataPtr(tensor));
        assertThatThrownBy(() -> array.setDouble(1, 0)).isInstanceOf(ReadOnlyException.class);

        NDArray fromModel = from("odd-tensors", manager.arange(3f)).get(5);
        assertThat(Torch.torch(fromModel).open().isWriteable()).isFalse();
    }

    @Test
    void complexTensorsAreSharedUnlessTheirConjugateIsPending() {
        NDArray complex = manager.create(new float[]{1, 2, 3, 4}, new Shape(2, 2)).complex();
        NdArray array = Torch.torch(complex).open();
        assertThat(array.dtype()).isEqualTo(DType.COMPLEX64);
        assertThat(array.getComplex(1).imag()).isEqualTo(4);
        assertRefused(complex.conj(), ZeroCopyException.class, "lazy conj() view", "its bytes are not its values",
                "resolve_conj");
        assertThat(Torch.torch(complex.conj().conj()).open().address()).isEqualTo(array.address());
    }

    @Test
    void aRealTensorWhoseNegationIsPendingIsRefused() {
        NDList views = from("lazy-views", manager.create(new float[]{1, 2, 3, 4}, new Shape(2, 2)).complex());
        assertThat(views.get(0).toFloatArray()).as("torch negates as it reads").containsExactly(-2, -4);
        assertRefused(views.get(0), ZeroCopyException.class, "lazy neg() view", "add(0)");
        assertRefused(views.get(1), ZeroCopyException.class, "lazy conj() view");
        assertThat(Elements.values(Torch.torch(views.get(2)).open())).containsExactly(1, 3);
        assertThat(Elements.values(Torch.torch(views.get(0).add(0)).open())).as("the remedy").containsExactly(-2, -4);
    }

    @Test
    void tensorsWithoutBytesToShareAreRefused() {
        NDList odd = from("odd-tensors", manager.arange(3f));
        assertRefused(odd.get(0), ForeignDescriptorException.class, "its zeros are not stored", "add(0)");
        assertRefused(odd.get(1), DTypeException.class, "qint8 (quantised)", "dequantize()");
        assertRefused(odd.get(2), ZeroCopyException.class, "layout is sparse, expected strided", "toDense()");
        assertRefused(odd.get(3), ZeroCopyException.class, "layout is mkldnn, expected strided");
        assertRefused(odd.get(4), ZeroCopyException.class, "meta device, which has no bytes");
        assertRefused(odd.get(6), DTypeException.class, "complex32", "toType(DataType.COMPLEX64, true)");
        assertThat(Torch.torch(odd.get(6).toType(DataType.COMPLEX64, true)).open().dtype()).as("the remedy")
                .isEqualTo(DType.COMPLEX64);
        assertRefused(odd.get(7), ZeroCopyException.class, "layout is sparse or nested, expected strided",
                "to_dense()");
        NDArray coo = manager.createCoo(java.nio.FloatBuffer.wrap(new float[]{1}), new long[][]{{0}, {1}},
                new Shape(2, 2));
        assertThat(coo.getSparseFormat()).isEqualTo(SparseFormat.COO);
        assertRefused(coo, ZeroCopyException.class, "layout is sparse");
    }

    @Test
    void imagesWithTheirChannelsLastAreSharedWithTheirStrides() {
        NDArray image = manager.arange(24f).reshape(1, 2, 3, 4).transpose(0, 3, 1, 2);
        NdArray array = Torch.torch(image).open();
        assertThat(array.shape().toArray()).containsExactly(1, 4, 2, 3);
        assertThat(array.layout().strides()).containsExactly(96, 4, 48, 16);
        assertThat(Elements.values(array)).containsExactly(TorchSide.values(image));
        NDArray back = Torch.torch(manager).accept(array);
        assertThat(TorchSide.dataPtr(back)).isEqualTo(TorchSide.dataPtr(image));
        assertThat(TorchSide.values(back)).containsExactly(TorchSide.values(image));
    }

    @Test
    void moreAxesThanAnArrayCanHaveAreRefused() {
        long[] ones = new long[64];
        Arrays.fill(ones, 1);
        NDArray most = manager.ones(new Shape(1)).reshape(ones);
        assertThat(Torch.torch(most).open().ndim()).isEqualTo(64);
        assertRefused(most.expandDims(0), ZeroCopyException.class, "has 65 axes, an array has at most 64", "squeeze");
    }

    @Test
    void anNDArrayOfAnotherEngineIsRefusedWithTheWayOut() {
        NDArray other = (NDArray) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{NDArray.class},
                (_, method, _) -> switch (method.getName()) {
                    case "toByteBuffer" -> ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).putFloat(0, 5);
                    case "getShape" -> new Shape(1);
                    case "getDataType" -> DataType.FLOAT32;
                    default -> null;
                });
        assertRefused(other, ZeroCopyException.class, "expected an NDArray of DJL's PyTorch engine, got a $Proxy",
                "NDManager.newBaseManager(\"PyTorch\").from(array), which copies");
        assertThat(Elements.values(Torch.torch(manager.from(other)).open())).as("the remedy").containsExactly(5);
    }

    @Test
    void aClosedTensorIsRefused() {
        NDArray tensor = manager.arange(3f);
        tensor.close();
        assertRefused(tensor, ClosedException.class, "the NDArray is closed");
        NDManager sub = manager.newSubManager();
        NDArray other = sub.arange(3f);
        sub.close();
        assertRefused(other, ClosedException.class, "or its NDManager is");
    }

    @Test
    void stringsHaveNoTensor() {
        assertRefused(manager.create(new String[]{"a", "b"}), ZeroCopyException.class, DataType.STRING.toString(),
                "toStringArray()");
    }

    @Test
    void emptyAndScalarTensorsComeIn() {
        NdArray empty = Torch.torch(manager.create(new Shape(0, 3), DataType.INT64)).open();
        assertThat(empty.shape().toArray()).containsExactly(0, 3);
        NdArray scalar = Torch.torch(manager.create(2.5)).open();
        assertThat(scalar.toDouble()).isEqualTo(2.5);
    }

    @Test
    void nullIsRefusedAtOnce() {
        assertThatThrownBy(() -> Torch.torch((NDArray) null)).isInstanceOf(NullPointerException.class)
                .hasMessage("torch: NDArray");
        assertThatThrownBy(() -> Torch.torch((NDManager) null)).isInstanceOf(NullPointerException.class)
                .hasMessage("torch: NDManager");
    }
}
