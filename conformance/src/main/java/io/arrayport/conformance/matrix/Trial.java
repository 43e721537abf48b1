package io.arrayport.conformance.matrix;

import io.arrayport.conformance.matrix.Cell.Outcome;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.Exchange;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Writers;
import io.arrayport.core.ndarray.NdArray;

/**
 * Carries one exchange out and looks: what the plan says is compared with what has to come of it and with what comes.
 *
 * @param copies takes down those that the plans foretell; the flight recorder has to hear of the same
 */
record Trial(Copies copies) {
    /** What came of a cell. */
    record Verdict(Outcome outcome, String proof) {}

    /** Something is not as it has to be. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what);
        }
    }

    <T> Verdict of(Origin.Made made, Neighbour<T> neighbour, Expected expected) {
        try {
            return look(made, neighbour, expected);
        } catch (Wrong wrong) {
            return new Verdict(Outcome.WRONG, String.valueOf(wrong.getMessage()));
        }
    }

    private <T> Verdict look(Origin.Made made, Neighbour<T> neighbour, Expected expected) {
        NdArray array = made.array();
        require(array.size() == 0 || array.address() == made.address(), "the import is not where its source is");
        ExchangePlan plannedImport = made.plan();
        require(plannedImport == null || plannedImport.isZeroCopy()
                && plannedImport.writers().equals(ExchangePlan.ofImport(!array.isWriteable())),
                "the import was planned otherwise: " + plannedImport);
        ExchangePlan plan = neighbour.target().plan(array);
        require(plan.outcome() == expected.outcome(), "expected " + expected + ", planned " + plan);
        require(plan.reason().contains(expected.reason()), "expected " + expected + ", planned " + plan);
        return switch (plan.outcome()) {
            case ZERO_COPY -> {
                String proof = shared(array, neighbour, plan);
                copied(array, neighbour, CopyPolicy.ALWAYS);
                yield new Verdict(Outcome.ZERO_COPY, proof);
            }
            case NEEDS_COPY -> {
                requireRefusal(array, neighbour, CopyPolicy.NEVER, plan);
                copied(array, neighbour, CopyPolicy.IF_NEEDED);
                yield new Verdict(Outcome.NEEDS_COPY, plan.reason());
            }
            case REFUSED -> {
                requireRefusal(array, neighbour, CopyPolicy.NEVER, plan);
                requireRefusal(array, neighbour, CopyPolicy.IF_NEEDED, plan);
                yield new Verdict(Outcome.REFUSED, plan.reason());
            }
        };
    }

    private static <T> String shared(NdArray array, Neighbour<T> neighbour, ExchangePlan plan) {
        require(plan.bytes() == 0 && plan.reason().isEmpty() && plan.remedy().isEmpty(),
                "it moves " + plan.bytes() + " bytes by a plan to share: " + plan);
        try (View view = neighbour.view(Exchange.to(array, neighbour.target(), CopyPolicy.NEVER))) {
            require(view.sees(array), "the neighbour sees other elements");
            if (array.size() == 0) {
                return "empty";
            }
            require(view.address() == array.address(), "the neighbour is at another address");
            require(view.sides().equals(Elements.sides(array)), "what lies beside the elements is at other addresses");
            String ours;
            if (array.isWriteable()) {
                array.fill(0);
                require(view.sees(array), "the neighbour does not see our write");
                Sample.number(array);
                require(view.sees(array), "the neighbour does not see our write");
                ours = "our write seen there";
            } else {
                requireReadOnly(array);
                ours = "we must not write";
            }
            boolean wrote = view.zero();
            require(allZero(array) == wrote, wrote ? "we do not see the neighbour's write"
                    : "the elements are 0 though nobody wrote");
            requireWriters(plan, array.isWriteable(), wrote);
            return "both at 0x" + Long.toHexString(array.address()) + ", " + ours + ", "
                    + (wrote ? "its write seen here" : "it must not write");
        }
    }

    private static void requireWriters(ExchangePlan plan, boolean here, boolean there) {
        Writers seen = there ? here ? Writers.BOTH : Writers.NEIGHBOUR : Writers.NEITHER;
        require(plan.writers().startsWith(seen.toString()) && (there || !here),
                "the plan says that " + plan.writers() + ", seen was that " + seen);
    }

    private <T> void copied(NdArray array, Neighbour<T> neighbour, CopyPolicy policy) {
        ExchangePlan plan = Exchange.plan(array, neighbour.target(), policy);
        require(plan.outcome() == ExchangePlan.Outcome.NEEDS_COPY && plan.writers().isEmpty(), "copied, and " + plan);
        copies.add(new Copies.Copy(plan.target(), plan.reason(), plan.bytes()));
        try (View view = neighbour.view(Exchange.to(array, neighbour.target(), policy))) {
            require(view.sees(array), "the copy has other elements");
            require(array.size() == 0 || view.address() != array.address(), "what was to be a copy is at our address");
        }
    }

    private static <T> void requireRefusal(NdArray array, Neighbour<T> neighbour, CopyPolicy policy,
            ExchangePlan plan) {
        try {
            neighbour.view(Exchange.to(array, neighbour.target(), policy)).close();
        } catch (ZeroCopyException refused) {
            String message = String.valueOf(refused.getMessage());
            require(message.contains(plan.reason()) && message.contains(plan.remedy()),
                    "the refusal says another reason or remedy than the plan: " + message);
            require(!plan.reason().isEmpty() && !plan.remedy().isEmpty(), "no reason or no remedy");
            return;
        }
        throw new Wrong("planned as " + plan + ", and shared");
    }

    private static void requireReadOnly(NdArray array) {
        try {
            array.fill(0);
        } catch (ReadOnlyException refused) {
            return;
        }
        throw new Wrong("a read-only array was written");
    }

    private static boolean allZero(NdArray array) {
        for (byte one : Elements.bytes(array)) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Wrong(otherwise);
        }
    }
}
