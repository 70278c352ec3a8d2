import QtQuick
import Remise

/// The camera as a scanner: a button in the corner; on, what it sees, with the place to hold the code.
Touchable {
    id: corner

    required property Shell shell
    /// Null where none is wanted.
    required property Camera camera
    readonly property var words: shell.words
    readonly property bool isOn: camera?.on ?? false
    readonly property bool isDark: camera?.dark ?? false
    readonly property bool isBroken: camera?.broken ?? false
    readonly property bool takesScans: shell.screen === "signIn"
        || (shell.screen === "work" && !shell.refused && takesScansOn(shell.work.layout))

    function takesScansOn(layout: string): bool {
        return layout === "scan" || layout === "list" || layout === "benches" || layout === "bench"
    }

    visible: (camera?.present ?? false) && takesScans
    width: isOn ? 432 : 100
    height: isOn ? 396 : 92
    touchLabel: isOn ? words["camera.off"] : words["camera.on"]
    onTouched: isOn ? camera.turnOff() : camera.turnOn()
    onVisibleChanged: if (!visible && camera) camera.turnOff()

    Icon {
        anchors.centerIn: parent
        visible: !corner.isOn
        name: "camera"
        side: 52
    }

    Column {
        anchors { fill: parent; margins: 16 }
        visible: corner.isOn
        spacing: 12

        Image {
            width: parent.width
            height: 300
            cache: false
            fillMode: Image.PreserveAspectFit
            source: corner.isOn ? "image://camera/" + corner.camera.pictures : ""

            Icon {
                anchors.centerIn: parent
                name: corner.isBroken ? "camera-x" : "scan-frame"
                colour: Tokens.sun
                side: 180
            }
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 12

            Icon {
                visible: corner.isDark && !corner.isBroken
                name: "bulb"
                side: 40
            }

            Said {
                anchors.verticalCenter: parent.verticalCenter
                text: corner.words[corner.isBroken ? "camera.broken" : corner.isDark ? "camera.dark" : "camera.hold"]
                font.pixelSize: 26
            }
        }
    }
}
