package io.arrayport.conformance.golden;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What the cases are put to: {@code np::call}, or in tests of the comparison a function that errs on purpose. */
@FunctionalInterface
public interface Caller {
    /** As {@link io.arrayport.core.Np#call}. */
    @Nullable
    Object call(String name, List<?> args, Map<String, ?> kwargs);
}
