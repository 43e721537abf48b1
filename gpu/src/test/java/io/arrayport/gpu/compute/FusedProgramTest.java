package io.arrayport.gpu.compute;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static io.arrayport.gpu.compute.OnDevice.GPU;
import static io.arrayport.gpu.compute.OnDevice.here;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.FusedFunction;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Expressions as one kernel, beside their steps one after the other on the same device. */
class FusedProgramTest {
    @BeforeAll
    static void aDevice() {
        OnDevice.require();
    }

    private static void same(String what, NdArray fused, NdArray steps) {
        assertThat(fused.dtype()).as(what).isEqualTo(steps.dtype());
        assertThat(np.arrayEqual(here(fused), here(steps), true)).as(what).isTrue();
    }

    private static void isCompiledOnce(Runnable calls) {
        int before = Emulator.get().isPresent() ? Emulator.compiled() : 0;
        calls.run();
        if (Emulator.get().isPresent()) {
            assertThat(Emulator.compiled()).isEqualTo(before + 1);
        }
    }

    @Test
    void everyLayoutByOneKernel() {
        FusedFunction.Binary fused = np.fuse((a, b) -> a.multiply(b).add(a).subtract(np.sqrt(np.abs(b))));
        isCompiledOnce(() -> {
            try (Scope _ = np.scope()) {
                NdArray a = np.sin(np.arange(120.0)).reshape(4, 5, 6).toDevice(GPU);
                NdArray b = np.cos(np.arange(120.0)).reshape(4, 5, 6).toDevice(GPU);
                List<NdArray> lefts = List.of(a, a.transpose(1, 0, 2).copy().transpose(1, 0, 2), a.get("::-1"),
                        a.get(":, ::2"), a.get("0, 0"), a.get(":0"), a.get("0, 0, 0"), a.get(":, :, 1:"));
                List<NdArray> rights = List.of(b, b, b.get(":, ::-1"), b.get(":, :3"), b, b.get(":0"), b,
                        b.get("..., :5"));
                for (int i = 0; i < lefts.size(); i++) {
                    NdArray x = lefts.get(i);
                    NdArray y = rights.get(i);
                    same("layout " + i, fused.call(x, y),
                            x.multiply(y).add(x).subtract(np.sqrt(np.abs(y))));
                }
            }
        });
    }

    @Test
    void valuesAreRoundedToTheirTypes() {
        FusedFunction.Binary fused = np.fuse((a, b) -> a.multiply(b).add(b).divide(3));
        try (Scope _ = np.scope()) {
            NdArray a = np.sin(np.arange(50.0)).toDevice(GPU);
            NdArray b = np.arange(50.0).toDevice(GPU);
            for (DType type : List.of(DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.COMPLEX64)) {
                NdArray x = a.astype(type);
                NdArray y = b.astype(type);
                same(type.name(), fused.call(x, y), x.multiply(y).add(y).divide(3));
            }
            NdArray small = b.astype(DType.INT8);
            same("int8", fused.call(small, small), small.multiply(small).add(small).divide(3));
        }
    }

    @Test
    void castsChoicesMasksAndNumbers() {
        FusedFunction.Binary fused = np.fuse((a, b) -> np.where(a.greater(b), a.astype(np.float32).multiply(0.5),
                b.add(300)));
        try (Scope _ = np.scope()) {
            NdArray a = np.arange(37).astype(DType.INT16).toDevice(GPU);
            NdArray b = np.remainder(np.arange(37).multiply(5), 19).astype(DType.INT16).toDevice(GPU);
            NdArray steps = np.where(a.greater(b), a.astype(np.float32).multiply(0.5), b.add(300));
            same("where", fused.call(a, b), steps);
            NdArray turned = a.astype(DType.INT16.withOrder(ByteOrder.BIG_ENDIAN));
            same("other byte order", fused.call(turned, b), steps);
            NdArray to = np.on(GPU).zeros(shape(37), steps.dtype());
            assertThat(fused.call(a, b, out(to))).isSameAs(to);
            same("out", to, steps);
            NdArray bytes = np.on(GPU).zeros(shape(37 * 4 + 1), DType.UINT8);
            NdArray odd = bytes.get("1:").view(steps.dtype());
            fused.call(a, b, out(odd));
            same("at odd addresses", odd, steps);
        }
    }

    @Test
    void whatCannotBeCompiledIsComputedStepByStep() {
        assumeTrue(Emulator.get().isPresent(), "failures are made by the emulator, which needs g++");
        try (Scope _ = np.scope()) {
            NdArray a = np.arange(7.0).toDevice(GPU);
            Emulator.failLibrary("libnvrtc.so.12", "nvrtcCompileProgram", 6);
            FusedFunction.Unary fused = np.fuse(x -> x.multiply(x).multiply(x).add(11));
            same("without a compiler", fused.call(a), a.multiply(a).multiply(a).add(11));
            same("again", fused.call(a), a.multiply(a).multiply(a).add(11));
        }
    }
}
