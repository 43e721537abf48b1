package io.arrayport.conformance.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.Outcome;
import io.arrayport.conformance.rules.Rules;
import org.junit.jupiter.api.Test;

class DeviceParityTest {
    private static final Rules NONE = Rules.parse("known.txt", List.of());

    private static boolean isKnown(String rule, String reason) {
        CaseResult failed = new CaseResult("elementary:tanh/0", "numpy.tanh", List.of(), Outcome.FAILED, reason);
        return new DeviceParity(List.of(failed), Rules.parse("known-devices.txt", List.of(rule)), NONE).failures()
                .isEmpty();
    }

    @Test
    void aBoundIsKept() {
        String rule = "elementary:tanh/*  within 2 ulp: the function is the driver's";
        assertThat(isKnown(rule, "element [1] is 1.5, wanted 1.25 (2.00 ulp, 1.0 allowed)")).isTrue();
        assertThat(isKnown(rule, "element [1] is 1.5, wanted 1.25 (2.50 ulp, 1.0 allowed)")).isFalse();
        assertThat(isKnown(rule, "element [1] is 1.5, wanted 1.25 (Infinity ulp, 1.0 allowed)")).isFalse();
        assertThat(isKnown(rule, "DeviceException (tanh: something else)")).isFalse();
        assertThat(isKnown("elementary:*  it is another function", "element [1] is 2.5, wanted 1.25")).isTrue();
    }
}
