package io.arrayport.conformance.bench.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every case, family by family, in the order in which they are shown. */
public final class CaseTable {
    private static final Map<String, BenchCase> BY_ID = table();

    private CaseTable() {}

    /** Returns all cases. */
    public static List<BenchCase> all() {
        return List.copyOf(BY_ID.values());
    }

    /** Returns the names of the families. */
    public static List<String> families() {
        return BY_ID.values().stream().map(BenchCase::family).distinct().toList();
    }

    /**
     * Returns the case of that {@code family/name}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BenchCase of(String id) {
        BenchCase found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("bench: no case " + id);
        }
        return found;
    }

    private static Map<String, BenchCase> table() {
        List<BenchCase> cases = new ArrayList<>();
        ElementwiseCases.add(cases);
        LayoutCases.add(cases);
        FusedCases.add(cases);
        ReductionCases.add(cases);
        FunctionCases.add(cases);
        SelectionCases.add(cases);
        CastCases.add(cases);
        SortCases.add(cases);
        NamespaceCases.add(cases);
        DailyCases.add(cases);
        StringCases.add(cases);
        FileCases.add(cases);
        MatmulCases.add(cases);
        FourierCases.add(cases);
        AllocationCases.add(cases);
        ExchangeCases.add(cases);
        OverheadCases.add(cases);
        Map<String, BenchCase> byId = new LinkedHashMap<>();
        for (BenchCase each : cases) {
            if (byId.put(each.id(), each) != null) {
                throw new IllegalStateException("bench: two cases are called " + each.id());
            }
        }
        return byId;
    }
}
