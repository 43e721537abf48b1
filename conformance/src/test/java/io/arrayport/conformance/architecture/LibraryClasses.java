package io.arrayport.conformance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;

/** The classes of all modules, without tests and test support; read once. */
final class LibraryClasses {
    static final JavaClasses ALL = new ClassFileImporter().withImportOption(LibraryClasses::isShipped)
            .importPackages("io.arrayport");

    private LibraryClasses() {}

    private static boolean isShipped(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
}
