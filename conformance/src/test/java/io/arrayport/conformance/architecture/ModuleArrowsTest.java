package io.arrayport.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import org.junit.jupiter.api.Test;

class ModuleArrowsTest {

    private static final String CORE = "core";
    private static final String DLPACK = "dlpack";
    private static final String ARROW = "arrow";
    private static final String TORCH = "torch";
    private static final String GPU = "gpu";
    private static final String INTEROP = "interop";
    private static final String CONFORMANCE = "conformance";
    private static final List<String> MODULES = List.of(CORE, DLPACK, ARROW, TORCH, GPU, INTEROP, CONFORMANCE);

    @Test
    void everyModuleIsRead() {
        Set<String> read = new TreeSet<>();
        LibraryClasses.ALL.forEach(type -> {
            String[] parts = type.getPackageName().split("\\.");
            read.add(parts.length > 2 ? parts[2] : type.getName());
        });
        assertThat(read).containsExactlyInAnyOrderElementsOf(MODULES);
    }

    @Test
    void modulesDependOnlyOnThoseBelowThem() {
        LayeredArchitecture arrows = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String module : MODULES) {
            arrows = arrows.layer(module).definedBy("io.arrayport." + module + "..");
        }
        arrows.whereLayer(CORE).mayNotAccessAnyLayer()
                .whereLayer(DLPACK).mayOnlyAccessLayers(CORE)
                .whereLayer(ARROW).mayOnlyAccessLayers(CORE)
                .whereLayer(TORCH).mayOnlyAccessLayers(CORE, DLPACK)
                .whereLayer(GPU).mayOnlyAccessLayers(CORE)
                .whereLayer(INTEROP).mayOnlyAccessLayers(CORE, DLPACK, ARROW, TORCH, GPU)
                .whereLayer(CONFORMANCE).mayNotBeAccessedByAnyLayer()
                .check(LibraryClasses.ALL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.arrayport.(**)").should().beFreeOfCycles().check(LibraryClasses.ALL);
    }

    @Test
    void theCoreKnowsNoFramework() {
        classes().that().resideInAPackage("io.arrayport.core..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("io.arrayport.core..", "java..", "com.sun.management..", "jdk.jfr..",
                        "jdk.incubator.vector..", "org.jspecify..", "ch.randelshofer.fastdoubleparser..")
                .because("array-core stands on the JDK, and on a parser of numbers that itself stands on nothing")
                .check(LibraryClasses.ALL);
    }
}
