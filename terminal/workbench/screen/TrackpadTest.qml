import QtQuick
import Remise

/// The pointer reaches all four corners, and both of its buttons click.
Item {
    id: test

    required property BenchProgram bench
    property var seen: ({})
    readonly property var corners: ["tl", "tr", "bl", "br"]

    signal answered(string result, string defect)

    function saw(what: string) {
        seen = Object.assign({}, seen, { [what]: true });
        if (corners.concat(["left", "right"]).every(part => seen[part])) answered("pass", "");
    }

    Keys.onPressed: event => {
        event.accepted = true;
        choices.press(event.nativeScanCode - 9);
    }

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onClicked: event => test.saw(event.button === Qt.RightButton ? "right" : "left")
    }

    Repeater {
        model: test.corners

        // As far as the edge: a pointer that is pushed into the corner stays in it.
        Item {
            id: corner

            required property string modelData
            readonly property bool isSeen: test.seen[modelData] === true
            readonly property int edge: 32

            x: modelData.endsWith("r") ? test.width - width + edge : -edge
            y: modelData.startsWith("b") ? test.height - height + edge : 0
            width: 150 + edge
            height: modelData.startsWith("b") ? 150 + edge : 150

            Rectangle {
                x: corner.modelData.endsWith("r") ? 0 : corner.edge
                width: 150
                height: 150
                radius: 75
                color: corner.isSeen ? Tokens.go : Tokens.paper
                border { width: 4; color: corner.isSeen ? Tokens.go : Tokens.ink }

                Icon {
                    anchors.centerIn: parent
                    name: corner.isSeen ? "check" : "pointer"
                    colour: corner.isSeen ? "#FFFFFF" : Tokens.ink
                    side: 84
                }
            }

            HoverHandler {
                onHoveredChanged: if (hovered) test.saw(corner.modelData)
            }
        }
    }

    // A picture of the two buttons.
    Row {
        anchors { horizontalCenter: parent.horizontalCenter; verticalCenter: parent.verticalCenter; verticalCenterOffset: -110 }
        spacing: 12

        Repeater {
            model: ["left", "right"]

            Rectangle {
                id: half

                required property string modelData
                readonly property bool isSeen: test.seen[modelData] === true

                width: 220
                height: 150
                radius: 16
                color: isSeen ? Tokens.go : Tokens.paper
                border { width: 4; color: isSeen ? Tokens.go : Tokens.ink }

                Text {
                    anchors.centerIn: parent
                    text: test.bench.word("bench.hands." + half.modelData)
                    color: half.isSeen ? "#FFFFFF" : Tokens.ink
                    font { pixelSize: 34; bold: true }
                }
            }
        }
    }

    HandChoices {
        id: choices

        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        bench: test.bench
        answers: [
            { word: "bench.defect.dead_trackpad", icon: "pointer-off", tone: "stop", result: "fail", defect: "dead_trackpad" },
            { word: "bench.hands.none", icon: "x", tone: "info", result: "na" }]
        onChosen: (result, defect) => test.answered(result, defect)
    }
}
