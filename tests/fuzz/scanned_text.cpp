// Any bytes at all as a scanned text: it always has a meaning, and GS1's elements are what was in the text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "server/domain/gs1.h"
#include "server/domain/scan.h"

using namespace remise::domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    for (const std::string_view symbology : {"", "EAN-13", "QRCode"})
        if (readingsOf({.text = text, .symbology = std::string(symbology)}).empty()) std::abort();
    if (const auto elements = gs1Elements(text))
        for (const Gs1Element& element : *elements)
            if (text.find(element.value) == text.npos) std::abort();
    return 0;
}
