package io.arrayport.conformance.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.conformance.golden.GoldenCases;

/** NumPy's public names by module, from the file that NumPy itself wrote. */
record ApiNames(String numpy, Map<String, List<ApiName>> modules) {
    static ApiNames load() {
        try (InputStream packed = Objects.requireNonNull(GoldenCases.class.getResourceAsStream("names.json.gz"));
                InputStream json = new GZIPInputStream(packed)) {
            return of(new ObjectMapper().readTree(json));
        } catch (IOException failure) {
            throw new UncheckedIOException("names.json.gz cannot be read", failure);
        }
    }

    static ApiNames of(JsonNode json) {
        Map<String, List<ApiName>> modules = new LinkedHashMap<>();
        json.get("modules").properties().forEach(module -> {
            List<ApiName> names = new ArrayList<>();
            module.getValue().forEach(name -> {
                List<String> requires = new ArrayList<>();
                name.get("requires").forEach(requirement -> requires.add(requirement.asText()));
                names.add(new ApiName(module.getKey(), name.get("name").asText(), List.copyOf(requires)));
            });
            modules.put(module.getKey(), List.copyOf(names));
        });
        return new ApiNames(json.get("numpy").asText(), modules);
    }
}
