package io.arrayport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrayport.core.backend.Op;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which kernels there are, and that they are kept. */
class KernelsTest {
    @Test
    void a_kernel_is_made_once() {
        assertThat(Kernels.binary(Op.ADD, Lane.F64)).isSameAs(Kernels.binary(Op.ADD, Lane.F64));
        assertThat(Kernels.unary(Op.SQRT, Lane.F64)).isSameAs(Kernels.unary(Op.SQRT, Lane.F64));
        assertThat(Kernels.scan(Op.ADD, Lane.F64, Lane.F64)).isSameAs(Kernels.scan(Op.ADD, Lane.F64, Lane.F64));
        assertThat(Kernels.binary(Op.ADD, Lane.F64).getClass()).isNotEqualTo(
                Kernels.binary(Op.SUBTRACT, Lane.F64).getClass());
    }

    @Test
    void what_has_no_kernel_of_that_kind_is_refused() {
        assertThatThrownBy(() -> Kernels.binary(Op.SQRT, Lane.F64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kernels.unary(Op.ADD, Lane.F64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kernels.reduce(Op.ADD, Lane.F32, Lane.I64))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kernels.reduce(Op.MAXIMUM, Lane.I8, Lane.I64))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kernels.reduce(Op.LESS, Lane.F32, Lane.F32))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kernels.scan(Op.LESS, Lane.F32, Lane.F32))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void results_have_their_operands_lane_but_for_predicates_and_the_length_of_a_complex_number() {
        assertThat(Kernels.output(Op.ADD, Lane.C64)).isEqualTo(Lane.C64);
        assertThat(Kernels.output(Op.LESS, Lane.C64)).isEqualTo(Lane.BOOL);
        assertThat(Kernels.output(Op.ABSOLUTE, Lane.C64)).isEqualTo(Lane.F32);
        assertThat(Kernels.output(Op.ABSOLUTE, Lane.C128)).isEqualTo(Lane.F64);
        assertThat(Kernels.output(Op.ABSOLUTE, Lane.I8)).isEqualTo(Lane.I8);
    }

    @Test
    void without_the_module_simd_is_off_and_says_which_flag_turns_it_on() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(Simd.isOn()).isEqualTo(present);
        assertThat(Simd.describe()).contains(present ? "bit vectors" : "--add-modules jdk.incubator.vector");
    }

    @Test
    @Tag("vector-only")
    void with_the_module_kernels_are_the_vector_ones() {
        assertThat(Kernels.binary(Op.ADD, Lane.F32).getClass().getName()).contains("VectorBinary");
        assertThat(Kernels.binary(Op.LESS, Lane.U16).getClass().getName()).contains("VectorCompare");
        assertThat(Kernels.unary(Op.SQRT, Lane.F32).getClass().getName()).contains("VectorUnary");
        assertThat(Kernels.reduce(Op.ADD, Lane.F32, Lane.F32).getClass().getName()).contains("VectorPairwise");
        assertThat(Kernels.reduce(Op.MAXIMUM, Lane.F32, Lane.F32).getClass().getName()).contains("VectorExtremum");
        assertThat(Kernels.reduce(Op.ADD, Lane.U32, Lane.U64).getClass().getName()).contains("VectorFold");
        assertThat(Kernels.reduce(Op.ADD, Lane.U8, Lane.U64).getClass().getName()).contains("VectorSmallSum");
    }
}
