package io.arrayport.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import java.util.List;

import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import org.junit.jupiter.api.Test;

class CoreLayersTest {

    private static final String CORE = "io.arrayport.core";

    /** Lowest first; each may use those before it. The last one is the np namespace, the root package itself. */
    private static final List<String> LAYERS = List.of("error", "threads", "foreign", "dtype", "layout", "index",
            "memory", "element", "print", "backend", "kernel", "fourier", "blas", "loop", "file", "ufunc", "selection",
            "ndarray", "indexing", "linear", "sorting", "statistics", "manipulation", "numeric", "text", "creation",
            "io", "spectrum", "series", "polynomial", "exchange", "np");

    private static String packages(String layer) {
        return layer.equals("np") ? CORE : CORE + "." + layer + "..";
    }

    @Test
    void eachLayerUsesOnlyThoseBelowIt() {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String layer : LAYERS) {
            order = order.optionalLayer(layer).definedBy(packages(layer));
        }
        order = order.whereLayer(LAYERS.getFirst()).mayNotAccessAnyLayer();
        for (int i = 1; i < LAYERS.size(); i++) {
            order = order.whereLayer(LAYERS.get(i)).mayOnlyAccessLayers(LAYERS.subList(0, i).toArray(String[]::new));
        }
        order.check(LibraryClasses.ALL);
    }

    @Test
    void everyPackageStandsInALayer() {
        classes().that().resideInAPackage(CORE + "..").should()
                .resideInAnyPackage(LAYERS.stream().map(CoreLayersTest::packages).toArray(String[]::new))
                .because("a new package of array-core takes a place in the order of its layers")
                .check(LibraryClasses.ALL);
    }

    @Test
    void kernelsSeeAddressesStridesAndCountsOnly() {
        noClasses().that().resideInAPackage(packages("kernel")).should().dependOnClassesThat()
                .haveFullyQualifiedName(CORE + ".dtype.DType").orShould().dependOnClassesThat()
                .haveFullyQualifiedName(CORE + ".ndarray.NdArray").allowEmptyShould(true).check(LibraryClasses.ALL);
    }
}
