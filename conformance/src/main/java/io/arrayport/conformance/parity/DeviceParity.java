package io.arrayport.conformance.parity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.DeviceCaller;
import io.arrayport.conformance.golden.GoldenCases;
import io.arrayport.conformance.golden.Outcome;
import io.arrayport.conformance.rules.Glob;
import io.arrayport.conformance.rules.Rule;
import io.arrayport.conformance.rules.Rules;
import io.arrayport.core.memory.Device;
import io.arrayport.interop.cli.TextTable;

/**
 * The golden cases on a device: what it has must answer as NumPy does; what it has not, it must say, and that is
 * counted by what was said.
 */
record DeviceParity(List<CaseResult> results, Rules known, Rules everywhere) {
    private static final String KNOWN = "known-devices.txt";
    private static final Pattern BOUND = Pattern.compile("within ([0-9]+) ulp");
    private static final Pattern FOUND = Pattern.compile("\\(([0-9.]+) ulp,");

    /** Runs the cases whose ids match, and of those one in so many. */
    static DeviceParity run(Device device, Glob wanted, int share, Consumer<String> progress) {
        List<CaseResult> results = new ArrayList<>();
        DeviceCaller caller = new DeviceCaller(device);
        for (String category : GoldenCases.categories()) {
            results.addAll(GoldenCases.run(category,
                    id -> wanted.test(id) && Math.floorMod(id.hashCode(), share) == 0, caller, progress));
        }
        return new DeviceParity(results, Rules.load(Parity.class, KNOWN), Rules.load(Parity.class, "known.txt"));
    }

    private boolean isKnown(CaseResult result) {
        return known.about(result.id()).filter(rule -> isInside(rule, result)).isPresent()
                || everywhere.about(result.id()).isPresent();
    }

    /** A reason that begins with a bound is about what is inside of it. */
    private static boolean isInside(Rule rule, CaseResult result) {
        Matcher bound = BOUND.matcher(rule.reason());
        Matcher found = FOUND.matcher(result.reason());
        return !bound.lookingAt()
                || found.find() && Double.parseDouble(found.group(1)) <= Double.parseDouble(bound.group(1));
    }

    /** Cases that are not as NumPy, and not known to be. */
    List<CaseResult> failures() {
        return of(Outcome.FAILED).stream().filter(result -> !isKnown(result)).toList();
    }

    /** Lines of known-devices.txt about nothing that fails; here, for another device may err otherwise. */
    List<String> idle() {
        return known.idle(of(Outcome.FAILED).stream().map(CaseResult::id).toList());
    }

    private List<CaseResult> of(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }

    /** The figures by category, and what is not on devices by the word that refuses it. */
    String text() {
        TextTable table = new TextTable("category", ">cases", ">passed", ">failed", ">known", ">not on devices",
                ">missing", ">no array");
        Map<String, List<CaseResult>> categories = new LinkedHashMap<>();
        results.forEach(result -> categories.computeIfAbsent(result.category(), _ -> new ArrayList<>()).add(result));
        categories.forEach((category, cases) -> row(table, category, cases));
        row(table, "all", results);
        return table + System.lineSeparator() + refused();
    }

    private void row(TextTable table, String name, List<CaseResult> cases) {
        long failed = count(cases, Outcome.FAILED);
        long expected = cases.stream().filter(one -> one.outcome() == Outcome.FAILED && isKnown(one)).count();
        table.add(name, number(cases.size()), number(count(cases, Outcome.PASSED)), number(failed - expected),
                number(expected), number(count(cases, Outcome.REFUSED)), number(count(cases, Outcome.MISSING)),
                number(count(cases, Outcome.ELSEWHERE)));
    }

    private String refused() {
        Map<String, List<CaseResult>> words = new TreeMap<>();
        of(Outcome.REFUSED).forEach(one -> words.computeIfAbsent(one.reason(), _ -> new ArrayList<>()).add(one));
        TextTable table = new TextTable("not on devices", ">cases", "of");
        words.entrySet().stream().sorted(Comparator.comparingInt(word -> -word.getValue().size())).forEach(
                word -> table.add(word.getKey(), number(word.getValue().size()), names(word.getValue())));
        return words.isEmpty() ? "" : table.toString();
    }

    private static String names(List<CaseResult> cases) {
        List<String> names = cases.stream().map(one -> one.name().substring(one.name().indexOf('.') + 1)).distinct()
                .sorted().toList();
        return String.join(" ", names);
    }

    private static long count(List<CaseResult> cases, Outcome outcome) {
        return cases.stream().filter(one -> one.outcome() == outcome).count();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
