#include "server/workshop/tool_tests.h"

#include <algorithm>
#include <array>
#include <map>

#include "server/domain/policy.h"

namespace remise::workshop {

using domain::Value;
using drivers::reports::DeviceTest;
using drivers::reports::TestOutcome;

namespace {

struct Word {
    std::string_view mark;  ///< in a tool's name of a test, small letters and digits only
    std::string_view test;  ///< ours
};

/// The first that fits: "Video Microphone" is no camera, and Touch ID reads fingers.
constexpr std::array words{
    Word{"microphone", "microphone"},
    Word{"topmic", "microphone"},
    Word{"bottommic", "microphone"},
    Word{"frontmic", "microphone"},
    Word{"rearmic", "microphone"},
    Word{"videomic", "microphone"},
    Word{"earpiece", "speakers"},
    Word{"speaker", "speakers"},
    Word{"camera", "cameras"},
    Word{"touchid", "sensors"},
    Word{"digitizer", "touch"},
    Word{"touch", "touch"},
    Word{"wifi", "wifi"},
    Word{"wlan", "wifi"},
    Word{"nfc", "nfc"},
    Word{"button", "buttons"},
    Word{"volume", "buttons"},
    Word{"sensor", "sensors"},
    Word{"proximity", "sensors"},
    Word{"accelerometer", "sensors"},
    Word{"gyro", "sensors"},
    Word{"compass", "sensors"},
    Word{"barometer", "sensors"},
    Word{"simreader", "sim"},
    Word{"simcard", "sim"},
    Word{"battery", "battery"},
};

/// "Wi-Fi", "wi_fi" and "WiFi" are one.
std::string lettersOf(std::string_view name) {
    std::string letters;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
    }
    return letters;
}

std::string_view testNamed(const std::string& letters) {
    const auto* word = std::find_if(words.begin(), words.end(), [&](const Word& one) {
        return letters.find(one.mark) != std::string::npos;
    });
    return word == words.end() ? std::string_view() : word->test;
}

/// "Front Camera" as a word of the ledger: front_camera.
std::string defectOf(std::string_view name) {
    constexpr std::size_t longest = 40;
    std::string word;
    for (const char c : name) {
        const std::string letter = lettersOf(std::string_view(&c, 1));
        if (!letter.empty())
            word += letter;
        else if (!word.empty() && word.back() != '_')
            word += '_';
    }
    word.resize(std::min(word.size(), longest));
    while (!word.empty() && word.back() == '_')
        word.pop_back();
    return word;
}

/// Failed before not done before passed: the worst word on a test is what counts.
struct Answer {
    TestOutcome outcome = TestOutcome::passed;
    std::string defect;
};

void add(Answer& answer, const DeviceTest& test) {
    if (answer.outcome == TestOutcome::failed || test.outcome == TestOutcome::passed) return;
    answer.outcome = test.outcome;
    if (test.outcome == TestOutcome::failed) answer.defect = defectOf(test.name);
}

}  // namespace

Value answersOf(const std::vector<DeviceTest>& tests, std::string_view mandatory) {
    std::map<std::string_view, Answer> ours;
    for (const DeviceTest& test : tests)
        if (const auto name = testNamed(lettersOf(test.name));
            !name.empty() && domain::containsWord(mandatory, name))
            add(ours[name], test);
    Value::Object answers, defects;
    for (const auto& [name, answer] : ours) {
        if (answer.outcome == TestOutcome::notDone) continue;
        const bool isFailed = answer.outcome == TestOutcome::failed;
        answers[std::string(name)] = isFailed ? "fail" : "pass";
        if (isFailed) defects[std::string(name)] = answer.defect;
    }
    if (answers.empty()) return {};
    Value data = Value::Object{{"tests", answers}};
    if (!defects.empty()) data["defects"] = defects;
    return data;
}

}  // namespace remise::workshop
