import QtQuick
import Remise

/// Asked only where nothing that was played came back.
SoundTest {
    answers: [
        { word: "bench.defect.hears_nothing", icon: "microphone-off", tone: "stop", result: "fail", defect: "no_sound" },
        { word: "bench.hands.none", icon: "x", tone: "info", result: "na" }]
}
