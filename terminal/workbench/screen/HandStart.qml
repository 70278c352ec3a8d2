import QtQuick
import Remise

/// Where the tests with hands begin.
Rectangle {
    id: start

    required property BenchProgram bench

    signal touched

    height: visible ? 150 : 0
    radius: 16
    color: Tokens.teal

    Icon {
        id: hand

        anchors { left: parent.left; leftMargin: 32; verticalCenter: parent.verticalCenter }
        name: "hand-click"
        colour: "#FFFFFF"
        side: 96
    }

    Column {
        anchors { left: hand.right; leftMargin: 32; right: parent.right; verticalCenter: parent.verticalCenter }

        Text {
            text: start.bench.word("bench.hands.start")
            color: "#FFFFFF"
            font { pixelSize: 44; bold: true }
        }

        Text {
            text: start.bench.word("bench.hands.how")
            color: "#FFFFFF"
            font.pixelSize: 28
        }
    }

    TapHandler {
        onTapped: start.touched()
    }
}
