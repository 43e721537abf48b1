package io.arrayport.gpu.compute;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static io.arrayport.gpu.compute.OnDevice.GPU;
import static io.arrayport.gpu.compute.OnDevice.here;
import static io.arrayport.gpu.compute.OnDevice.operand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.backend.Program;
import io.arrayport.core.backend.Program.Apply;
import io.arrayport.core.backend.Program.Convert;
import io.arrayport.core.backend.Program.Step;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.backend.StepByStep;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.fuse.FusedKernels;
import io.arrayport.gpu.fuse.FusedSource;
import io.arrayport.gpu.kernel.KernelTable;
import io.arrayport.gpu.library.Nvrtc;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All operations of a type in one kernel, which gives to the bit what they give one after the other. */
class FusedOperationsTest {
    private static final Signature BITS = new Signature(List.of(DType.INT64, DType.INT64), List.of(DType.INT64));

    @BeforeAll
    static void aDevice() {
        OnDevice.require();
        assumeTrue(Nvrtc.get() != null, "no NVRTC is here");
    }

    /** Each operation on both arrays, as whole numbers, joined by exclusive or. */
    private static Program all(DType type) {
        List<Step> steps = new ArrayList<>();
        int joined = -1;
        for (UFunc ufunc : Ufuncs.ALL) {
            for (Signature signature : ufunc.loops().list()) {
                for (int k = 0; k < ufunc.ops().size(); k++) {
                    Op op = ufunc.ops().get(k);
                    Signature own = signature.giving(k);
                    if (own.inputs().stream().allMatch(type::equals) && DType.ALL.contains(own.output())
                            && KernelTable.isFunction(op, own) && !WholePowers.isWatched(op, own)) {
                        steps.add(new Apply("all", op, own, op.inputs() == 1 ? List.of(1) : List.of(0, 1)));
                        steps.add(new Convert(DType.INT64, List.of(steps.size() + 1)));
                        if (joined >= 0) {
                            steps.add(new Apply("all", Op.BITWISE_XOR, BITS, List.of(joined, steps.size() + 1)));
                        }
                        joined = steps.size() + 1;
                    }
                }
            }
        }
        return new Program(List.of(type, type), List.of(), steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bool", "int8", "uint64", "float16", "float32", "complex64"})
    void areWhatTheyAreAlone(String name) {
        Program program = all(DType.of(name));
        assertThat(program.steps()).hasSizeGreaterThan(20);
        assertThat(FusedSource.has(program)).isTrue();
        assertThat(FusedKernels.usual().get(Gpu.of(GPU.id()), FusedSource.of(program))).isNotNull();
        Backend backend = OnDevice.backend();
        try (Scope _ = np.scope()) {
            NdArray numbers = np.array(new double[]{0, -0.0, 1, 2, 3, 7, 100, 0.5, 1.75, -1, -3.5, 1e9, 65504});
            NdArray valid = name.startsWith("u") || name.equals("bool") ? np.abs(numbers) : numbers;
            NdArray a = np.repeat(valid, 13).astype(program.arrays().getFirst()).toDevice(GPU);
            NdArray b = np.tile(valid, 13).astype(program.arrays().getFirst()).toDevice(GPU);
            NdArray fused = np.on(GPU).zeros(shape(169), DType.INT64);
            NdArray steps = np.on(GPU).zeros(shape(169), DType.INT64);
            List<Operand> arrays = List.of(operand(a), operand(b));
            FusedProgram.of(backend, program, FusedKernels.usual()).run(arrays, List.of(), operand(fused));
            new StepByStep(program, _ -> backend).run(arrays, List.of(), operand(steps));
            assertThat(here(fused).tolist()).isEqualTo(here(steps).tolist());
        }
    }
}
