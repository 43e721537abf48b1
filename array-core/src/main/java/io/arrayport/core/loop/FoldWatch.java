package io.arrayport.core.loop;

import java.util.List;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.loop.Findings.Kind;

/** Looks for floating-point errors where many elements become one: at all of them together. */
final class FoldWatch {
    private final Op op;
    private final Traits before;

    private FoldWatch(Op op, Traits before) {
        this.op = op;
        this.before = before;
    }

    /** What there is among elements. */
    private record Traits(boolean nan, boolean infinite, boolean zero) {
        static Traits of(Operand operand) {
            try (Doubles numbers = Doubles.of(operand)) {
                boolean nan = false;
                boolean infinite = false;
                boolean zero = false;
                for (long i = 0; i < numbers.size(); i++) {
                    for (int part = 0; part < numbers.parts(); part++) {
                        double number = numbers.get(i, part);
                        nan |= Double.isNaN(number);
                        infinite |= Double.isInfinite(number);
                        zero |= number == 0;
                    }
                }
                return new Traits(nan, infinite, zero);
            }
        }

        Traits and(Traits other) {
            return new Traits(nan || other.nan, infinite || other.infinite, zero || other.zero);
        }
    }

    /** Looks at what goes in. */
    static FoldWatch of(Op op, List<Operand> operands) {
        Traits all = new Traits(false, false, false);
        for (Operand operand : operands) {
            if (Doubles.floats(operand.dtype())) {
                all = all.and(Traits.of(operand));
            }
        }
        return new FoldWatch(op, all);
    }

    /** Looks at what came out. */
    Findings look(Operand out) {
        Findings findings = new Findings();
        if (!Doubles.floats(out.dtype())) {
            return findings;
        }
        Traits after = Traits.of(out);
        if (after.nan() && !before.nan()) {
            findings.add(Kind.INVALID, "a result is nan, and no element is");
        }
        if (after.infinite() && !before.infinite() && !before.nan()) {
            findings.add(op == Op.DIVIDE && before.zero() ? Kind.DIVIDE : Kind.OVER,
                    "a result is infinite, and no element is");
        }
        if (op == Op.MULTIPLY && after.zero() && !before.zero()) {
            findings.add(Kind.UNDER, "a product is 0, and no element is");
        }
        return findings;
    }
}
