import QtQuick
import Remise

/// The machine plays and listens to itself; a person is asked only for what did not come back.
Item {
    id: test

    required property BenchProgram bench
    required property var answers
    readonly property bool isPlaying: bench.live.state === "running"

    signal answered(string result, string defect)

    Keys.onPressed: event => {
        event.accepted = true;
        if (!isPlaying && !event.isAutoRepeat) choices.press(event.nativeScanCode - 9);
    }

    Icon {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.verticalCenter; bottomMargin: 24 }
        name: test.isPlaying ? "volume" : "ear-off"
        colour: test.isPlaying ? Tokens.go : Tokens.ink
        side: 220
    }

    Text {
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.verticalCenter }
        visible: test.isPlaying
        text: test.bench.word("bench.hands.listening")
        color: Tokens.ink
        font.pixelSize: 40
    }

    HandChoices {
        id: choices

        anchors { horizontalCenter: parent.horizontalCenter; top: parent.verticalCenter; topMargin: 24 }
        visible: !test.isPlaying
        bench: test.bench
        answers: test.answers.concat([{ word: "bench.hands.again", icon: "refresh", tone: "info", result: "again" }])
        onChosen: (result, defect) => {
            if (result === "again") test.bench.begin("speakers");
            else test.answered(result, defect);
        }
    }
}
