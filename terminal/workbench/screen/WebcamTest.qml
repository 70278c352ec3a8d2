import QtQuick
import Remise

/// A person looks at themselves, and says whether they are there. Nobody else sees it.
Item {
    id: test

    required property BenchProgram bench
    readonly property bool isSeeing: view.how === "seeing" || view.how === "dark"

    signal answered(string result, string defect)

    Keys.onPressed: event => {
        event.accepted = true;
        if (!event.isAutoRepeat) choices.press(event.nativeScanCode - 9);
    }

    Rectangle {
        id: frame

        anchors { top: parent.top; bottom: choices.top; bottomMargin: 32; horizontalCenter: parent.horizontalCenter }
        width: height * 4 / 3
        radius: 16
        color: test.isSeeing ? "#000000" : Tokens.paper
        border { width: 4; color: Tokens.ink }

        WebcamView {
            id: view

            anchors { fill: parent; margins: 4 }
        }

        Icon {
            anchors.centerIn: parent
            visible: !test.isSeeing
            name: view.how === "none" ? "camera-x" : view.how === "broken" ? "camera-off" : "camera"
            side: 180
        }

        Text {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 24 }
            visible: text !== ""
            text: ["none", "broken", "dark"].includes(view.how) ? test.bench.word("bench.hands.camera_" + view.how) : ""
            color: test.isSeeing ? "#FFFFFF" : Tokens.ink
            font { pixelSize: 34; bold: true }
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
        }
    }

    HandChoices {
        id: choices

        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        bench: test.bench
        // Nobody says that they see themselves before there is a picture.
        answers: [
            { word: "bench.hands.seen", icon: "user-circle", tone: "go", result: "pass", isOff: !test.isSeeing },
            { word: "bench.defect.no_picture", icon: "camera-off", tone: "stop", result: "fail", defect: "no_picture" },
            { word: "bench.hands.none", icon: "camera-x", tone: "info", result: "na" }]
        onChosen: (result, defect) => test.answered(result, defect)
    }
}
