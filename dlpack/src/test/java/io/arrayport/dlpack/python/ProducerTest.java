package io.arrayport.dlpack.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An array of Java as Python code sees it, and Python's arrays as objects of Java's. */
class ProducerTest {
    private static Python with(NdArray array) {
        Python python = Pythons.with("numpy");
        python.set("j", python.producer().accept(array));
        python.exec("import numpy as np, arrayport");
        return python;
    }

    @Test
    void itSpeaksDlpackToWhoeverAsks() {
        try (NdArray array = Samples.NEGATIVE.array(DType.FLOAT32); Python python = with(array)) {
            assertThat(python.get("j")).hasToString("arrayport.Array(shape=(3, 4), dtype=float32)");
            assertThat(python.eval("j.__dlpack_device__()")).hasToString("(1, 0)");
            python.exec("a = np.from_dlpack(j)\nb = np.asarray(j)\nc = np.array(j, dtype='f8', copy=True)");
            assertThat(python.eval("a.__array_interface__['data'] == b.__array_interface__['data']").toBoolean())
                    .isTrue();
            python.exec("a[0, 0] = 99; c[0, 1] = -1");
            assertThat(array.getDouble(0, 0)).isEqualTo(99);
            assertThat(array.getDouble(0, 1)).isNotEqualTo(-1);
            assertThat(python.eval("j.readonly").toBoolean()).isFalse();
        }
        assertThat(Python.liveArrays()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"j.__dlpack__() | dltensor", "j.__dlpack__(max_version=None) | dltensor",
            "j.__dlpack__(max_version=(0, 8)) | dltensor", "j.__dlpack__(max_version=(1, 0)) | dltensor_versioned",
            "j.__dlpack__(max_version=(2, 0), copy=False) | dltensor_versioned",
            "j.__dlpack__(copy=True, max_version=(1, 3), dl_device=(1, 0)) | dltensor_versioned"})
    void theCapsuleIsWhatWasAskedFor(String call, String name) {
        long exports = DlpackRaw.liveExports();
        try (NdArray array = Samples.C_ORDER.array(DType.INT64); Python python = with(array)) {
            assertThat(python.eval(call).text()).contains("\"" + name + "\"");
            try (DlpackCapsule capsule = python.eval(call).takeCapsule(); NdArray back = Dlpack.from(capsule)) {
                assertThat(back.address() == array.address()).isEqualTo(!call.contains("copy=True"));
            }
        }
        assertThat(DlpackRaw.liveExports()).as("a capsule that nobody used").isEqualTo(exports);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"stream=2 | BufferError | stream is 2",
            "dl_device=(2, 0) | BufferError | cuda:0", "dl_device=(99, 0) | ValueError | no device 99",
            "max_version=(-5, 0) | ValueError | negative", "stream='x' | TypeError | integer",
            "max_version=3 | TypeError | unpack"})
    void whatItCannotBeItRaises(String argument, String type, String message) {
        try (NdArray array = Samples.C_ORDER.array(DType.INT64); Python python = with(array)) {
            assertThatThrownBy(() -> python.exec("j.__dlpack__(" + argument + ")")).isInstanceOf(PythonException.class)
                    .hasMessageContainingAll(type, message);
        }
    }

    @Test
    void aReadOnlyOneNeverLeavesAsALegacyCapsule() {
        try (NdArray array = Samples.C_ORDER.array(DType.INT64); Python python = with(array.asReadOnly())) {
            assertThatThrownBy(() -> python.exec("j.__dlpack__()")).isInstanceOf(PythonException.class)
                    .hasMessageContainingAll("BufferError", "read-only");
            assertThat(python.eval("np.from_dlpack(j).flags.writeable").toBoolean()).isFalse();
        }
    }

    @Test
    void itOutlivesTheArrayItStandsFor() {
        NdArray array = Samples.C_ORDER.array(DType.INT64);
        try (Python python = with(array)) {
            array.close();
            assertThat(python.eval("int(np.from_dlpack(j)[1, 2, 3])").toLong()).isEqualTo(23);
            python.exec("a = np.from_dlpack(j)\ndel j");
            assertThat(python.eval("int(a[1, 2, 3])").toLong()).isEqualTo(23);
        }
    }

    @Test
    void pythonTakesForeignArraysIntoJavasHands() {
        try (NdArray array = Samples.C_ORDER.array(DType.INT8); Python python = with(array)) {
            python.exec("x = np.arange(6.0)\nk = arrayport.from_dlpack(x)\ny = np.from_dlpack(k)\ny[1] = -5");
            assertThat(python.eval("float(x[1])").toDouble()).isEqualTo(-5);
            try (NdArray back = python.get("k").toArray()) {
                assertThat(back.address()).isEqualTo(python.eval("x.__array_interface__['data'][0]").toLong());
            }
            assertThatThrownBy(() -> python.exec("arrayport.from_dlpack(3)")).isInstanceOf(PythonException.class);
            python.exec("del k, y");
            assertThat(python.eval("arrayport.sys.getrefcount(x) if hasattr(arrayport, 'sys') else 2").toLong())
                    .isEqualTo(2);
        }
        assertThat(Python.liveArrays()).isZero();
    }

    @Test
    void aCapsuleIsUsedOnce() {
        try (NdArray array = Samples.C_ORDER.array(DType.INT8); Python python = with(array)) {
            try (DlpackCapsule given = Dlpack.export(array)) {
                PyObject capsule = python.capsule(given);
                assertThat(given.isConsumed()).isTrue();
                capsule.takeCapsule().close();
                assertThatThrownBy(capsule::takeCapsule).isInstanceOf(ForeignDescriptorException.class)
                        .hasMessageContaining("used before");
            }
            assertThatThrownBy(() -> python.eval("3").takeCapsule()).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("no DLPack capsule");
        }
    }
}
