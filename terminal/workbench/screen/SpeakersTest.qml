import QtQuick
import Remise

SoundTest {
    answers: [
        { word: "bench.hands.heard", icon: "volume", tone: "go", result: "pass" },
        { word: "bench.defect.no_sound", icon: "volume-off", tone: "stop", result: "fail", defect: "no_sound" },
        { word: "bench.hands.none", icon: "x", tone: "info", result: "na" }]
    Component.onCompleted: bench.begin("speakers")
}
