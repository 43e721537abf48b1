package io.arrayport.conformance.parity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.Outcome;
import io.arrayport.conformance.rules.Rules;

/** The whole account: every name of NumPy's, every case, and what is wrong. */
final class Parity {
    private final ApiNames names;
    private final Rules excluded;
    private final Rules known;
    private final List<CaseResult> results;
    private final Map<String, List<NameParity>> modules = new LinkedHashMap<>();
    private final Set<String> present = new TreeSet<>();

    Parity(ApiNames names, Rules excluded, Rules known, List<CaseResult> results) {
        this.names = names;
        this.excluded = excluded;
        this.known = known;
        this.results = results;
        Map<String, List<CaseResult>> byName = new HashMap<>();
        results.forEach(result -> byName.computeIfAbsent(result.name(), _ -> new ArrayList<>()).add(result));
        names.modules().forEach((module, members) -> modules.put(module, members.stream()
                .map(name -> NameParity.of(name, byName.getOrDefault(name.full(), List.of()),
                        excluded.about(name.full()).orElse(null)))
                .toList()));
        names().filter(name -> name.complete() && name.exclusion() == null)
                .forEach(name -> present.add(name.name().full()));
        names().filter(name -> name.isModule() && name.exclusion() == null)
                .map(name -> name.name().full()).filter(this::holdsPresentNames).toList().forEach(present::add);
    }

    private boolean holdsPresentNames(String module) {
        return present.stream().anyMatch(name -> name.startsWith(module + "."));
    }

    String numpy() {
        return names.numpy();
    }

    Rules excluded() {
        return excluded;
    }

    Rules known() {
        return known;
    }

    /** By module, in NumPy's order. */
    Map<String, List<NameParity>> modules() {
        return modules;
    }

    private Stream<NameParity> names() {
        return modules.values().stream().flatMap(List::stream);
    }

    /** Whether the name is there, with all that NumPy's accepts. */
    boolean isPresent(NameParity name) {
        return present.contains(name.name().full());
    }

    /** The figures, module by module. */
    List<ModuleParity> figures() {
        return modules.keySet().stream().map(this::figures).toList();
    }

    private ModuleParity figures(String module) {
        List<NameParity> members = modules.getOrDefault(module, List.of());
        List<CaseResult> cases = members.stream().flatMap(name -> name.results().stream()).toList();
        int failed = (int) cases.stream().filter(this::isUnexpectedFailure).count();
        return new ModuleParity(module, members.size(), (int) members.stream().filter(this::isPresent).count(),
                (int) members.stream().filter(name -> name.exclusion() != null).count(), cases.size(),
                count(cases, Outcome.PASSED), failed, count(cases, Outcome.FAILED) - failed);
    }

    private static int count(List<CaseResult> cases, Outcome outcome) {
        return (int) cases.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Whether a case is not as NumPy, and known.txt does not say why. */
    boolean isUnexpectedFailure(CaseResult result) {
        return result.outcome() == Outcome.FAILED && known.about(result.id()).isEmpty();
    }

    /** Cases that are not as NumPy, and not known to be. */
    List<CaseResult> failures() {
        return results.stream().filter(this::isUnexpectedFailure).toList();
    }

    /** Cases that pass although known.txt says that they do not. */
    List<CaseResult> surprises() {
        return results.stream().filter(result -> result.outcome() == Outcome.PASSED
                && known.about(result.id()).isPresent()).toList();
    }

    /** What in the files beside the cases does not hold: one line each. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        Set<String> all = new TreeSet<>(names().map(name -> name.name().full()).toList());
        results.stream().map(CaseResult::name).distinct().filter(name -> !all.contains(name))
                .forEach(name -> complaints.add("cases count for " + name + ", which names.json.gz does not list"));
        complaints.addAll(excluded.idle(List.copyOf(all)));
        complaints.addAll(known.idle(results.stream().map(CaseResult::id).toList()));
        names().filter(name -> name.complete() && name.exclusion() != null).forEach(name -> complaints
                .add(name.exclusion().place() + ": " + name.name().full() + " is excluded, yet all of it passes"));
        return complaints;
    }
}
