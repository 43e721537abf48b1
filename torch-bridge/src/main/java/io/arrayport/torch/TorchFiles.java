package io.arrayport.torch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

import io.arrayport.torch.LibTorch.Status;
import org.jspecify.annotations.Nullable;

/** Where DJL would load libtorch from, found without asking DJL: asking makes it load, unpack or download. */
final class TorchFiles {
    private static final String LIBTORCH = System.mapLibraryName("torch");
    private static final String PLATFORM = platform();

    /** What to add, for every message. */
    static final String REMEDY = "add ai.djl.pytorch:pytorch-native-cpu:" + LibTorch.TESTED_LIBTORCH + " (classifier "
            + PLATFORM
            + ") and ai.djl.pytorch:pytorch-jni:" + LibTorch.TESTED_LIBTORCH + "-" + LibTorch.TESTED_ENGINE
            + " to the class path, beside ai.djl.pytorch:pytorch-engine:" + LibTorch.TESTED_ENGINE;

    private TorchFiles() {}

    static Status locate() {
        Path named = named();
        if (named != null) {
            return new Status(true, "", named, "libtorch at " + named + " (PYTORCH_LIBRARY_PATH)");
        }
        Properties engine = first("pytorch-engine.properties");
        if (engine == null) {
            return new Status(false, "", null, "DJL's PyTorch engine is missing; " + REMEDY);
        }
        for (Properties bundled : all("native/lib/pytorch.properties")) {
            String flavour = bundled.getProperty("flavor", "cpu");
            if (PLATFORM.equals(bundled.getProperty("classifier")) && bundled.getProperty("placeholder") == null) {
                return withJni(bundled.getProperty("version", ""), flavour, engine, true);
            }
        }
        // An earlier download of DJL's.
        String version = engine.getProperty("pytorch_version", "");
        if (Files.exists(folder(version, "cpu").resolve(LIBTORCH))) {
            return withJni(version, "cpu", engine, false);
        }
        return new Status(false, "", null, "libtorch is missing; " + REMEDY);
    }

    private static Status withJni(String version, String flavour, Properties engine, boolean bundled) {
        Path folder = folder(version, flavour);
        String djl = engine.getProperty("djl_version", "");
        String number = version.replaceFirst("-.*", "");
        Properties jni = first("jnilib/pytorch.properties");
        boolean glued = Files.exists(folder.resolve(djl + "-" + System.mapLibraryName("djl_torch")))
                || jni != null && jni.getProperty("jni_version", "").startsWith(number + "-" + djl);
        if (!glued) {
            return new Status(false, number, folder,
                    "libtorch " + number + " is here, DJL " + djl + "'s glue to it is missing; " + REMEDY);
        }
        boolean unpacked = Files.exists(folder.resolve(LIBTORCH));
        return new Status(true, number, folder,
                "libtorch " + number + (bundled && !unpacked ? ", to be unpacked to " : " at ") + folder);
    }

    /** What to do where DJL cannot write what it unpacks. */
    static String unpackingRemedy() {
        return "DJL unpacks it to " + cache()
                + ": make that folder writeable with 500 MB free, or name another in DJL_CACHE_DIR";
    }

    private static Path folder(String version, String flavour) {
        return cache().resolve("pytorch").resolve(version + "-" + flavour + "-" + PLATFORM);
    }

    /** As DJL resolves it; asking its {@code Utils} would start its logging. */
    private static Path cache() {
        for (String name : List.of("ENGINE_CACHE_DIR", "DJL_CACHE_DIR")) {
            String set = setting(name);
            if (set != null && !set.isEmpty()) {
                return Path.of(set);
            }
        }
        Path home = Path.of(System.getProperty("user.home"));
        return (Files.isWritable(home) ? home : Path.of(System.getProperty("java.io.tmpdir"))).resolve(".djl.ai");
    }

    private static @Nullable String setting(String name) {
        String variable = System.getenv(name);
        return variable != null ? variable : System.getProperty(name);
    }

    private static @Nullable Path named() {
        String paths = setting("PYTORCH_LIBRARY_PATH");
        if (paths != null) {
            for (String path : paths.split(java.io.File.pathSeparator)) {
                Path at = Path.of(path);
                if (Files.isRegularFile(at) && at.endsWith(LIBTORCH)) {
                    return at.toAbsolutePath().getParent();
                }
                if (Files.isRegularFile(at.resolve(LIBTORCH))) {
                    return at.toAbsolutePath();
                }
            }
        }
        return null;
    }

    private static @Nullable Properties first(String resource) {
        List<Properties> found = all(resource);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Properties> all(String resource) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context != null ? context : TorchFiles.class.getClassLoader();
        try {
            return Collections.list(loader.getResources(resource)).stream().map(TorchFiles::read).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Properties read(URL url) {
        Properties properties = new Properties();
        try (InputStream in = url.openStream()) {
            properties.load(in);
        } catch (IOException unreadable) {
            properties.clear(); // as good as absent
        }
        return properties;
    }

    /** DJL's name of this machine, which is also the classifier of its jars. */
    private static String platform() {
        String os = System.getProperty("os.name");
        String arch = System.getProperty("os.arch");
        String prefix = os.startsWith("Windows") ? "win" : os.startsWith("Mac") ? "osx" : "linux";
        return prefix + "-" + (arch.equals("amd64") ? "x86_64" : arch);
    }
}
