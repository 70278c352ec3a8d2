import QtQuick
import Remise

/// The whole screen in one colour after another; a spot or a line shows on one of them.
Rectangle {
    id: test

    required property BenchProgram bench
    property int shown: 0
    readonly property var colours: ["#000000", "#FFFFFF", "#FF0000", "#00FF00", "#0000FF"]
    readonly property bool isOver: shown >= colours.length

    signal answered(string result, string defect)

    color: isOver ? Tokens.paper : colours[shown]

    Keys.onPressed: event => {
        event.accepted = true;
        if (event.isAutoRepeat) return;
        if (isOver) choices.press(event.nativeScanCode - 9);
        else shown++;
    }

    TapHandler {
        enabled: !test.isOver
        onTapped: test.shown++
    }

    HandChoices {
        id: choices

        anchors.centerIn: parent
        visible: test.isOver
        bench: test.bench
        answers: [
            { word: "bench.hands.all_good", icon: "thumb-up", tone: "go", result: "pass" },
            { word: "bench.defect.lines_or_spots", icon: "device-imac-x", tone: "stop", result: "fail", defect: "lines_or_spots" }]
        onChosen: (result, defect) => test.answered(result, defect)
    }
}
