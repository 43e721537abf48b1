package io.arrayport.dlpack.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.DlpackRequest;
import io.arrayport.dlpack.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays to {@code numpy.from_dlpack} and back: the same address, and each side sees the other's writes. */
class NumpyTest {
    static Stream<Arguments> everyTypeAndLayout() {
        return DType.ALL.stream().filter(dtype -> dtype != DType.BFLOAT16)
                .flatMap(dtype -> Stream.of(Samples.values()).map(sample -> Arguments.of(dtype, sample)));
    }

    @ParameterizedTest
    @MethodSource("everyTypeAndLayout")
    void everyTypeAndLayoutCrossesAndComesBack(DType dtype, Samples sample) {
        long exports = DlpackRaw.liveExports();
        try (Python python = Pythons.with("numpy"); NdArray array = sample.array(dtype)) {
            PyObject numpy = python.numpy().accept(array);
            python.set("a", numpy);
            assertThat(python.eval("a.dtype.name").text()).isEqualTo(dtype.name());
            assertThat(python.eval("list(a.shape)")).hasToString(Arrays.toString(array.shape().toArray()));
            if (array.size() > 0) {
                assertThat(python.eval("a.__array_interface__['data'][0]").toLong()).isEqualTo(array.address());
            }
            try (NdArray back = numpy.toArray()) {
                assertThat(back.dtype()).isEqualTo(dtype);
                assertThat(back.shape()).isEqualTo(array.shape());
                for (long[] index : Samples.indices(array)) {
                    assertThat(back.item(index)).isEqualTo(array.item(index));
                }
                if (array.size() > 0) {
                    assertThat(back.address()).isEqualTo(array.address());
                    python.exec("a[...] = 1");
                    assertThat(array.item(Samples.indices(array)[0])).isEqualTo(back.item(Samples.indices(array)[0]));
                    back.setLong(0, Samples.indices(array)[0]);
                    assertThat(python.eval("bool(a.flat[0])").toBoolean()).isFalse();
                }
            }
        }
        assertThat(DlpackRaw.liveExports()).isEqualTo(exports);
    }

    @ParameterizedTest
    @CsvSource({"'np.arange(6.0)', float64", "'np.arange(6, dtype=\"i2\")[::-2]', int16",
            "'np.zeros((2, 0, 3), dtype=\"?\")', bool", "'np.array(7, dtype=\"u8\")', uint64",
            "'np.broadcast_to(np.arange(3.0), (2, 3))', float64", "'np.ones((2, 3), order=\"F\") * 1j', complex128",
            "'np.arange(24.0).reshape(2, 3, 4).transpose(2, 0, 1)[1:, :, ::-1]', float64"})
    void whatNumpyMadeComesIn(String expression, String dtype) {
        try (Python python = Pythons.with("numpy")) {
            python.exec("import numpy as np\nx = " + expression);
            for (DlpackRequest request : new DlpackRequest[]{DlpackRequest.ANY, DlpackRequest.LEGACY}) {
                if (request == DlpackRequest.LEGACY && !python.eval("x.flags.writeable").toBoolean()) {
                    continue; // NumPy itself refuses
                }
                try (NdArray array = python.get("x").toArray(request)) {
                    assertThat(array.dtype()).isEqualTo(DType.of(dtype));
                    assertThat(array.toString()).isEqualTo(python.eval("str(x)").text());
                    if (array.size() > 0) {
                        assertThat(array.address()).isEqualTo(python.eval("x.__array_interface__['data'][0]").toLong());
                    }
                }
            }
        }
    }

    @Test
    void readOnlyStaysReadOnlyOnBothSides() {
        try (Python python = Pythons.with("numpy"); NdArray array = Samples.C_ORDER.array(DType.INT32)) {
            python.set("a", python.numpy().accept(array.asReadOnly()));
            assertThat(python.eval("a.flags.writeable").toBoolean()).isFalse();
            python.exec("import numpy as np\nb = np.arange(3)\nb.flags.writeable = False");
            try (NdArray back = python.get("b").toArray()) {
                assertThatThrownBy(() -> back.setLong(1, 0)).isInstanceOf(ReadOnlyException.class);
            }
            try (NdArray legacy = python.eval("np.arange(3)").toArray(DlpackRequest.LEGACY)) {
                assertThat(legacy.isWriteable()).as("a legacy capsule cannot say").isFalse();
            }
        }
    }

    @Test
    void eachSideKeepsWhatItWasGiven() {
        try (Python python = Pythons.with("numpy")) {
            try (NdArray array = Samples.C_ORDER.array(DType.FLOAT32)) {
                python.set("a", python.numpy().accept(array));
            }
            assertThat(python.eval("float(a[1, 2, 3])").toDouble()).isEqualTo(23);
            NdArray kept = python.eval("a[1]").toArray();
            python.exec("del a");
            assertThat(kept.getDouble(2, 3)).isEqualTo(23);
            kept.close();
        }
    }

    @Test
    void nothingIsLeftOfAThousandExchanges() {
        try (Python python = Pythons.with("numpy"); NdArray array = Samples.C_ORDER.array(DType.FLOAT32)) {
            python.exec("import numpy as np, sys\nx = np.arange(6.0)");
            PyObject x = python.get("x");
            python.numpy().accept(array).close();
            long references = x.references();
            long objects = Python.liveObjects();
            long exports = DlpackRaw.liveExports();
            for (int i = 0; i < 1000; i++) {
                x.toArray().close();
                x.toArray(DlpackRequest.LEGACY).close();
                python.numpy().accept(array).close();
                python.of(array).close();
                python.capsule(Dlpack.export(array)).close();
            }
            assertThat(x.references()).isEqualTo(references);
            assertThat(Python.liveObjects()).isEqualTo(objects);
            assertThat(Python.liveArrays()).isZero();
            assertThat(DlpackRaw.liveExports()).isEqualTo(exports);
        }
    }

    @Test
    void aCopyIsACopy() {
        try (Python python = Pythons.with("numpy")) {
            python.exec("import numpy as np\nx = np.arange(6.0)");
            try (NdArray copy = python.get("x").toArray(DlpackRequest.ANY.copy(CopyPolicy.ALWAYS));
                    NdArray same = python.get("x").toArray(DlpackRequest.ANY.copy(CopyPolicy.NEVER))) {
                copy.setDouble(-1, 0);
                assertThat(python.eval("float(x[0])").toDouble()).isZero();
                same.setDouble(-1, 0);
                assertThat(python.eval("float(x[0])").toDouble()).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bfloat16", "float8_e5m2", "float4_e2m1fn"})
    void whatNumpyHasNotIsRefusedBeforehand(String dtype) {
        try (Python python = Pythons.with("numpy"); NdArray array = Samples.C_ORDER.array(DType.of(dtype))) {
            ExchangePlan plan = python.numpy().plan(array);
            assertThat(plan.outcome()).isEqualTo(ExchangePlan.Outcome.REFUSED);
            assertThat(plan.reason()).contains(dtype);
            assertThatThrownBy(() -> python.numpy().accept(array)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("astype");
        }
    }

    @Test
    void anotherByteOrderNeedsACopy() {
        ByteOrder other = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
        try (Python python = Pythons.with("numpy");
                NdArray array = Samples.C_ORDER.array(DType.INT32.withOrder(other))) {
            assertThat(python.numpy().plan(array).outcome()).isEqualTo(ExchangePlan.Outcome.NEEDS_COPY);
        }
    }

    @Test
    void whatNumpyCannotExportIsItsOwnException() {
        try (Python python = Pythons.with("numpy")) {
            python.exec("import numpy as np");
            assertThatThrownBy(() -> python.eval("np.array(['a'])").toArray()).isInstanceOf(PythonException.class)
                    .hasMessageContaining("BufferError");
            assertThatThrownBy(() -> python.eval("np.arange(3, dtype='>i4')").toArray())
                    .isInstanceOf(PythonException.class).hasMessageContaining("BufferError");
            assertThatThrownBy(() -> python.eval("3").toArray()).isInstanceOf(PythonException.class)
                    .hasMessageContaining("__dlpack__");
        }
    }
}
