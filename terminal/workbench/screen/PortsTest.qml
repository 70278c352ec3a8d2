import QtQuick
import Remise

/// A stick goes into one place after another; each lights up. What the machine cannot see, a person says.
Item {
    id: test

    required property BenchProgram bench

    signal answered(string result, string defect)

    Keys.onPressed: event => {
        event.accepted = true;
        if (!event.isAutoRepeat) choices.press(event.nativeScanCode - 9);
    }

    UsbPorts {
        id: ports
    }

    Flow {
        id: places

        readonly property var rows: ports.known ? ports.places : ports.places.concat([{ name: "", seen: false }])
        readonly property int side: rows.length > 12 ? 96 : 150

        anchors { horizontalCenter: parent.horizontalCenter; verticalCenter: parent.verticalCenter; verticalCenterOffset: -110 }
        width: Math.min(parent.width, rows.length * (side + spacing) - spacing)
        spacing: 24

        Repeater {
            model: places.rows

            Rectangle {
                id: place

                required property var modelData

                width: places.side
                height: places.side
                radius: 16
                color: modelData.seen ? Tokens.go : Tokens.paper
                border { width: 4; color: modelData.seen ? Tokens.go : Tokens.ink }

                Icon {
                    anchors.centerIn: parent
                    name: place.modelData.seen ? "check" : "usb"
                    colour: place.modelData.seen ? "#FFFFFF" : Tokens.ink
                    side: places.side * 0.6
                }
            }
        }
    }

    HandChoices {
        id: choices

        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        bench: test.bench
        // All are good when at least one was seen to be.
        answers: [
            { word: "bench.hands.all_ports", icon: "thumb-up", tone: "go", result: "pass", isOff: ports.seen === 0 },
            { word: "bench.defect.one_usb", icon: "usb", tone: "stop", result: "fail", defect: "one_usb" },
            { word: "bench.defect.other_port", icon: "plug-x", tone: "stop", result: "fail", defect: "other_port" }]
        onChosen: (result, defect) => test.answered(result, defect)
    }
}
