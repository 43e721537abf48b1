package io.arrayport.gpu.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

import io.arrayport.core.error.DeviceException;
import jcuda.JCudaVersion;
import jcuda.LibUtils;
import jcuda.driver.JCudaDriver;

/**
 * Brings JCuda's native library in. JCuda itself unpacks it to a fixed name in the folder for temporary files and loads
 * whatever lies there already, which anyone may have put there; and on the module path it does not find it at all. So
 * it is unpacked here, into a new folder that only this user may enter, and JCuda is told to look there.
 */
final class JCudaNatives {
    private static final String FOLDER = "java.io.tmpdir";
    private static final String LIBRARY = "JCudaDriver-";

    private JCudaNatives() {}

    /** Loads it, once; the driver must have been seen to be there, since JCuda binds it without a look. */
    static void load() {
        synchronized (JCudaNatives.class) {
            String before = System.getProperty(FOLDER);
            Path folder = unpacked();
            try {
                System.setProperty(FOLDER, folder.toString());
                JCudaDriver.setExceptionsEnabled(false);
            } catch (UnsatisfiedLinkError | ExceptionInInitializerError failure) {
                throw new DeviceException("cuda: JCuda's native library does not load: " + failure.getMessage()
                        + "; everything on the CPU works without", failure);
            } finally {
                System.setProperty(FOLDER, before);
                remove(folder);
            }
        }
    }

    private static Path unpacked() {
        String file = LibUtils.createLibraryFileName(LibUtils.createPlatformLibraryName(LIBRARY + JCudaVersion.get()));
        URL library = JCudaNatives.class.getClassLoader().getResource("lib/" + file);
        if (library == null) {
            throw new DeviceException("cuda: lib/" + file + " is on no path; add jcuda-natives of this platform to it");
        }
        try {
            Path folder = Files.createTempDirectory("arrayport-cuda");
            try (InputStream in = library.openStream()) {
                Files.copy(in, folder.resolve(file));
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("cuda: cannot unpack " + file + " to " + System.getProperty(FOLDER),
                    failure);
        }
    }

    /** What is mapped stays mapped without its name. */
    private static void remove(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException leftToTheSystem) {
            folder.toFile().deleteOnExit();
        }
    }
}
